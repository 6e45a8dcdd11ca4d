package org.facewright.clustering;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How near each image of an identity is to a set of its images, from the pair levels alone: cosine
 * to the mean direction of the set, and similarity to the nearest member, the image itself left out
 * of both. Scratch of one identity.
 */
final class CentreSimilarity {
  private final int members;
  private final boolean[] member;
  private final int[] sums;
  private final int[] nearest;
  private final long total;

  /**
   * @param set positions in the identity, all with an embedding
   */
  CentreSimilarity(NeighbourGraph graph, int identity, BitSet set) {
    int size = graph.layout().size(identity);
    members = set.cardinality();
    member = new boolean[size];
    sums = new int[size];
    nearest = new int[size];
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      member[i] = true;
    }
    Arrays.fill(nearest, Levels.NONE);
    compare(graph.pairs(identity), graph.start(identity), size);
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += member[i] ? sums[i] + Levels.PER_UNIT : 0;
    }
    total = sum;
  }

  private void compare(short[] levels, int start, int size) {
    int at = start;
    for (int i = 0; i < size; i++) {
      boolean counts = member[i];
      int sum = 0;
      int best = Levels.NONE;
      for (int j = i + 1; j < size; j++) {
        int level = levels[at++];
        sum += member[j] ? level : 0;
        best = Math.max(best, member[j] ? level : Levels.NONE);
        sums[j] += counts ? level : 0;
        nearest[j] = Math.max(nearest[j], counts ? level : Levels.NONE);
      }
      sums[i] += sum;
      nearest[i] = Math.max(nearest[i], best);
    }
  }

  /** Cosine to the mean of the other members, NaN if there is none. */
  float toCentre(int i) {
    int others = members - (member[i] ? 1 : 0);
    double square = member[i] ? total - 2.0 * sums[i] - Levels.PER_UNIT : total;
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
