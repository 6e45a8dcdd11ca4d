package org.facewright.clustering;

import java.util.BitSet;

/**
 * Cannot-link at work: an image is repelled if it is at least as similar as the threshold to an
 * image that a person rejected, and less similar to every anchor. Anchors are the images that
 * people kept, or without such images the other members of the main cluster.
 */
record Repulsion(
    NeighbourGraph graph, int identity, BitSet anchors, BitSet rejected, int threshold) {

  /** Whether the image at a position goes the way of a rejected one. */
  boolean repels(int i) {
    if (rejected.isEmpty()) {
      return false;
    }
    int nearestRejected = nearest(i, rejected);
    return nearestRejected >= threshold && nearestRejected > nearest(i, anchors);
  }

  private int nearest(int i, BitSet set) {
    return set.stream()
        .filter(j -> j != i)
        .map(j -> graph.level(identity, i, j))
        .max()
        .orElse(Levels.NONE);
  }
}
