package org.facewright.clustering;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How alike the images of a project are: histograms of pairs within and across identities, and the
 * cohesion of each identity. All from the graph, on all processors; thread-safe.
 */
public final class PairStatistics {
  private static final int RUN = 128;

  private final NeighbourGraph graph;

  public PairStatistics(NeighbourGraph graph) {
    this.graph = graph;
  }

  /** All pairs within an identity ("genuine pairs"), wrong labels included. */
  public SimilarityHistogram within() {
    return within(image -> true);
  }

  /** The pairs of kept images within an identity. */
  public SimilarityHistogram within(CleaningOutcome outcome) {
    return within(outcome::isKept);
  }

  /** Sampled pairs across identities ("impostor pairs"); empty for a single identity. */
  public SimilarityHistogram across() {
    return graph.strangers();
  }

  /**
   * Mean similarity of two images of each identity.
   *
   * @return [identities] -1..1, NaN where there are no two images to compare
   */
  public float[] cohesion() {
    return cohesion(image -> true);
  }

  /** Mean similarity of two kept images of each identity; as {@link #cohesion()}. */
  public float[] cohesion(CleaningOutcome outcome) {
    return cohesion(outcome::isKept);
  }

  private SimilarityHistogram within(IntPredicate counts) {
    SimilarityHistogram sum = new SimilarityHistogram();
    IntStream.range(0, Math.ceilDiv(graph.layout().identities(), RUN))
        .parallel()
        .mapToObj(
            run -> {
              SimilarityHistogram part = new SimilarityHistogram();
              forEachPair(run, counts, (identity, level) -> part.add(Levels.similarity(level)));
              return part;
            })
        .forEachOrdered(sum::add);
    return sum;
  }

  private float[] cohesion(IntPredicate counts) {
    long[] sums = new long[graph.layout().identities()];
    int[] pairs = new int[graph.layout().identities()];
    IntStream.range(0, Math.ceilDiv(sums.length, RUN))
        .parallel()
        .forEach(
            run ->
                forEachPair(
                    run,
                    counts,
                    (identity, level) -> {
                      sums[identity] += level;
                      pairs[identity]++;
                    }));
    float[] cohesion = new float[sums.length];
    for (int k = 0; k < sums.length; k++) {
      cohesion[k] =
          pairs[k] == 0 ? Float.NaN : (float) (sums[k] / (double) pairs[k] / Levels.PER_UNIT);
    }
    return cohesion;
  }

  private interface PairVisitor {
    void visit(int identity, int level);
  }

  private void forEachPair(int run, IntPredicate counts, PairVisitor visitor) {
    int end = Math.min(graph.layout().identities(), (run + 1) * RUN);
    for (int identity = run * RUN; identity < end; identity++) {
      if (graph.compared(identity)) {
        forEachPairOf(identity, counts, visitor);
      }
    }
  }

  private void forEachPairOf(int identity, IntPredicate counts, PairVisitor visitor) {
    int first = graph.layout().first(identity);
    int size = graph.layout().size(identity);
    boolean[] wanted = new boolean[size];
    for (int i = 0; i < size; i++) {
      wanted[i] = graph.hasEmbedding(first + i) && counts.test(first + i);
    }
    short[] levels = graph.pairs(identity);
    int at = graph.start(identity);
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        int level = levels[at++];
        if (wanted[i] && wanted[j]) {
          visitor.visit(identity, level);
        }
      }
    }
  }
}
