package org.facewright.clustering;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Leader grouping of one identity, as {@link GreedyPolicy} says. */
final class LeaderGroups {
  private LeaderGroups() {}

  /**
   * Groups the images of one identity.
   *
   * @param labels receives the group of each position, -1 for the excluded
   * @return label of the largest group, the first of equals, or -1
   */
  static int group(
      NeighbourGraph graph, int identity, int threshold, IntPredicate excluded, int[] labels) {
    Arrays.fill(labels, Dbscan.NOISE);
    int largest = Dbscan.NOISE;
    int largestSize = 0;
    int groups = 0;
    for (int leader = 0; leader < labels.length; leader++) {
      if (labels[leader] == Dbscan.NOISE && !excluded.test(leader)) {
        int size = gather(graph, identity, threshold, excluded, labels, leader, groups);
        if (size > largestSize) {
          largest = groups;
          largestSize = size;
        }
        groups++;
      }
    }
    return largest;
  }

  private static int gather(
      NeighbourGraph graph,
      int identity,
      int threshold,
      IntPredicate excluded,
      int[] labels,
      int leader,
      int group) {
    labels[leader] = group;
    int size = 1;
    for (int i = leader + 1; i < labels.length; i++) {
      if (labels[i] == Dbscan.NOISE
          && !excluded.test(i)
          && graph.level(identity, leader, i) >= threshold) {
        labels[i] = group;
        size++;
      }
    }
    return size;
  }
}
