package org.facewright.clustering;

import java.util.BitSet;

/**
 * How near each image of an identity is to a set of its images, from the pair levels alone: cosine
 * to the mean direction of the set, and similarity to the nearest member, the image itself left out
 * of both. Scratch of one identity.
 */
final class CentreSimilarity {
  private final BitSet members;
  private final long[] sums;
  private final int[] nearest;
  private long total;

  /**
   * @param members positions in the identity, all with an embedding
   */
  CentreSimilarity(NeighbourGraph graph, int identity, BitSet members) {
    this.members = members;
    int size = graph.layout().size(identity);
    sums = new long[size];
    nearest = new int[size];
    java.util.Arrays.fill(nearest, Levels.NONE);
    short[] levels = graph.pairs(identity);
    int at = graph.start(identity);
    for (int i = 0; i < size; i++) {
      boolean member = members.get(i);
      for (int j = i + 1; j < size; j++) {
        int level = levels[at++];
        if (members.get(j)) {
          add(i, level);
        }
        if (member) {
          add(j, level);
        }
      }
    }
    for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
      total += sums[i] + Levels.PER_UNIT;
    }
  }

  private void add(int i, int level) {
    sums[i] += level;
    nearest[i] = Math.max(nearest[i], level);
  }

  /** Cosine to the mean of the other members, NaN if there is none. */
  float toCentre(int i) {
    boolean member = members.get(i);
    int others = members.cardinality() - (member ? 1 : 0);
    double square = member ? total - 2.0 * sums[i] - Levels.PER_UNIT : total;
    if (others == 0 || square <= 0) {
      return Float.NaN;
    }
    return (float) (sums[i] / Math.sqrt(square * Levels.PER_UNIT));
  }

  /** Level of the nearest other member, {@link Levels#NONE} if there is none. */
  int nearest(int i) {
    return nearest[i];
  }
}
