package org.facewright.clustering;

import java.util.stream.IntStream;
import org.facewright.vector.Kernels;

/**
 * Scores of images against the centres of identities that they do not belong to: what a stranger
 * looks like here. The images are the graph's sample, as far as they seem to be labelled right; the
 * identities are drawn by a fixed seed.
 */
final class StrangerScores {
  private static final int IDENTITIES = 128;

  /** Images that count: a wrongly labelled one may well show the person it is compared with. */
  private static final float SURE = .9f;

  private final EmbeddingSource source;
  private final NeighbourGraph graph;
  private final int[] identities;

  StrangerScores(EmbeddingSource source, NeighbourGraph graph) {
    this.source = source;
    this.graph = graph;
    this.identities =
        ImpostorSample.shuffled(graph.layout().identities(), new java.util.SplittableRandom(1))
            .limit(IDENTITIES)
            .filter(graph::compared)
            .toArray();
  }

  int dimension() {
    return source.dimension();
  }

  /**
   * Scores under the present weights and likenesses. The images of one person have much in common:
   * all their scores against one centre count as one together.
   */
  ScoreHistogram scores(Evidence evidence) {
    float[][] scores =
        IntStream.of(identities)
            .parallel()
            .mapToObj(identity -> scores(identity, evidence))
            .toArray(float[][]::new);
    ScoreHistogram histogram = new ScoreHistogram();
    for (int i = 0; i < identities.length; i++) {
      add(scores[i], identities[i], evidence, histogram);
    }
    return histogram;
  }

  /** Scores of all sampled images against one identity's centre; nothing if it has none. */
  private float[] scores(int identity, Evidence evidence) {
    IdentityCentre centre = IdentityCentre.of(source, graph.layout(), identity, evidence.weight);
    if (centre.images() < 1) {
      return new float[0];
    }
    double reliability = ScoreModel.reliability(centre.images(), evidence.likeness[identity]);
    ImpostorSample sample = graph.impostors();
    float[] scores = new float[sample.size()];
    Kernels.products(
        centre.direction(), 0, 1, sample.rows(), 0, sample.size(), source.dimension(), scores);
    for (int row = 0; row < scores.length; row++) {
      scores[row] /= (float) reliability;
    }
    return scores;
  }

  private void add(float[] scores, int identity, Evidence evidence, ScoreHistogram histogram) {
    ImpostorSample sample = graph.impostors();
    int end;
    for (int start = 0; start < scores.length; start = end) {
      int other = sample.identity(start);
      end = start;
      int sure = 0;
      for (; end < scores.length && sample.identity(end) == other; end++) {
        sure += evidence.weight[sample.image(end)] > SURE ? 1 : 0;
      }
      for (int row = start; row < end && other != identity; row++) {
        if (evidence.weight[sample.image(row)] > SURE) {
          histogram.add(scores[row], 1.0 / sure);
        }
      }
    }
  }
}
