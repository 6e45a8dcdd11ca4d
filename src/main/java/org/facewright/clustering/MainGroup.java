package org.facewright.clustering;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Where the search for an identity's person starts: the image with the most and nearest neighbours,
 * and these neighbours. Unlike a DBSCAN cluster, one pair that passes by accident joins no two
 * groups.
 */
record MainGroup(NeighbourGraph graph, int identity, int link) {

  /**
   * @param candidate positions that may belong; must not hold for images without an embedding
   * @return positions of at least two images, or nothing if no two candidates are linked
   */
  BitSet among(IntPredicate candidate) {
    int size = graph.layout().size(identity);
    long[] strength = new long[size];
    short[] levels = graph.pairs(identity);
    int at = graph.start(identity);
    for (int i = 0; i < size; i++) {
      boolean possible = candidate.test(i);
      for (int j = i + 1; j < size; j++) {
        int level = levels[at++];
        if (level >= link && possible && candidate.test(j)) {
          strength[i] += level - link + 1;
          strength[j] += level - link + 1;
        }
      }
    }
    int centre = 0;
    for (int i = 1; i < size; i++) {
      centre = strength[i] > strength[centre] ? i : centre;
    }
    return size == 0 || strength[centre] == 0 ? new BitSet() : linkedTo(centre, candidate);
  }

  /** An image and the candidates linked to it. */
  BitSet linkedTo(int centre, IntPredicate candidate) {
    BitSet group = new BitSet();
    group.set(centre);
    for (int i = 0; i < graph.layout().size(identity); i++) {
      if (i != centre && candidate.test(i) && graph.level(identity, centre, i) >= link) {
        group.set(i);
      }
    }
    return group;
  }
}
