package org.facewright.clustering;

import java.util.BitSet;

/**
 * Cannot-link at work: an image is repelled if it is more similar to an image that a person
 * rejected than to the centre of the identity's main images, and at least as similar as the
 * threshold.
 *
 * @param rejected positions of images that a person rejected
 * @param threshold lowest level that counts
 */
record Repulsion(NeighbourGraph graph, int identity, BitSet rejected, int threshold) {

  /**
   * @param toCentre similarity of the image to the centre of the main images without it
   */
  boolean repels(int i, float toCentre) {
    int nearest = Levels.NONE;
    for (int j = rejected.nextSetBit(0); j >= 0; j = rejected.nextSetBit(j + 1)) {
      nearest = j == i ? nearest : Math.max(nearest, graph.level(identity, i, j));
    }
    return nearest >= threshold && Levels.similarity(nearest) > toCentre;
  }
}
