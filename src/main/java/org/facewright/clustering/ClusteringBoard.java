package org.facewright.clustering;

import java.util.stream.IntStream;

/**
 * What a slider moves: the clusters of a whole project at any threshold, from a graph built once.
 * Immutable; calls from several threads do not disturb each other.
 */
public final class ClusteringBoard {
  /** Identities handled on one thread with one set of scratch. */
  private static final int RUN = 256;

  private final NeighbourGraph graph;

  public ClusteringBoard(NeighbourGraph graph) {
    this.graph = graph;
  }

  public NeighbourGraph graph() {
    return graph;
  }

  /**
   * Clusters every identity, on all processors.
   *
   * @param similarity -1..1, taken to the nearest ten-thousandth: images at least this similar are
   *     neighbours
   * @param minSamples at least 1: neighbours, itself included, that make a core image; the paper
   *     uses 2, which makes clusters of all images that hang together
   */
  public Clustering cluster(double similarity, int minSamples) {
    if (minSamples < 1) {
      throw new IllegalArgumentException("min samples " + minSamples + " is less than 1");
    }
    int threshold = Levels.threshold(similarity);
    IdentityLayout layout = graph.layout();
    int[] labels = new int[layout.images()];
    int[] clusters = new int[layout.identities()];
    int[] largest = new int[layout.identities()];
    int[] largestSize = new int[layout.identities()];
    IntStream.range(0, Math.ceilDiv(layout.identities(), RUN))
        .parallel()
        .forEach(
            run -> {
              IdentityClusters scratch = new IdentityClusters(graph);
              int end = Math.min(layout.identities(), (run + 1) * RUN);
              for (int identity = run * RUN; identity < end; identity++) {
                clusters[identity] = scratch.cluster(identity, threshold, minSamples, labels);
                largest[identity] = scratch.largest();
                largestSize[identity] = scratch.largestSize();
              }
            });
    return new Clustering(
        threshold / (double) Levels.PER_UNIT,
        minSamples,
        layout,
        labels,
        clusters,
        largest,
        largestSize);
  }
}
