package org.facewright.clustering;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The clusters of one identity after another, and the largest of each. One instance a thread. */
final class IdentityClusters {
  private final NeighbourGraph graph;
  private final Dbscan dbscan = new Dbscan();
  private int[] sizes = new int[8];
  private int largest;
  private int largestSize;

  IdentityClusters(NeighbourGraph graph) {
    this.graph = graph;
  }

  /** Clusters all images that have an embedding; see the other method. */
  int cluster(int identity, int threshold, int minSamples, int[] labels) {
    int first = graph.layout().first(identity);
    return cluster(
        identity, threshold, minSamples, i -> !graph.hasEmbedding(first + i), labels, first);
  }

  /**
   * Clusters the images of one identity.
   *
   * @param excluded positions that take no part; must hold for images without an embedding
   * @param labels receives the labels from {@code labelsStart}
   * @return number of clusters; 0 for an identity too large to compare
   */
  int cluster(
      int identity,
      int threshold,
      int minSamples,
      IntPredicate excluded,
      int[] labels,
      int labelsStart) {
    int size = graph.layout().size(identity);
    largest = Dbscan.NOISE;
    largestSize = 0;
    if (!graph.compared(identity)) {
      Arrays.fill(labels, labelsStart, labelsStart + size, Dbscan.NOISE);
      return 0;
    }
    int clusters =
        dbscan.cluster(
            graph.pairs(identity),
            graph.start(identity),
            size,
            threshold,
            minSamples,
            excluded,
            labels,
            labelsStart);
    findLargest(clusters, labels, labelsStart, size);
    return clusters;
  }

  private void findLargest(int clusters, int[] labels, int labelsStart, int size) {
    if (sizes.length < clusters) {
      sizes = new int[Math.max(clusters, 2 * sizes.length)];
    }
    Arrays.fill(sizes, 0, clusters, 0);
    for (int i = labelsStart; i < labelsStart + size; i++) {
      if (labels[i] >= 0) {
        sizes[labels[i]]++;
      }
    }
    for (int label = 0; label < clusters; label++) {
      if (sizes[label] > largestSize) {
        largestSize = sizes[label];
        largest = label;
      }
    }
  }

  /** Label of the last identity's largest cluster, the lowest of equals; -1 if there is none. */
  int largest() {
    return largest;
  }

  int largestSize() {
    return largestSize;
  }
}
