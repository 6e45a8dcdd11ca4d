package org.facewright.clustering;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.facewright.vector.Kernels;

/**
 * Compares doubtful images with the centres of all other identities: an image that scores like one
 * of their own images is probably theirs.
 */
final class LookAlikes {
  private static final int BLOCK = 64;

  private final EmbeddingSource source;
  private final NeighbourGraph graph;
  private final Evidence evidence;
  private final ScoreModel model;

  /** The images compared, ascending. */
  private final int[] images;

  private final int[] identityOf;
  private final float[] rows;
  private final double[] ratioSum;
  private final double[] bestRatio;
  private final float[] bestSimilarity;
  private final int[] best;
  private int centres;

  LookAlikes(
      EmbeddingSource source,
      NeighbourGraph graph,
      Evidence evidence,
      ScoreModel model,
      int[] images) {
    this.source = source;
    this.graph = graph;
    this.evidence = evidence;
    this.model = model;
    this.images = images;
    this.identityOf = IntStream.of(images).map(graph.layout()::identityOf).toArray();
    this.rows = new float[Math.multiplyExact(images.length, source.dimension())];
    this.ratioSum = new double[images.length];
    this.bestRatio = new double[images.length];
    this.bestSimilarity = new float[images.length];
    this.best = new int[images.length];
    Arrays.fill(best, -1);
  }

  /** Compares; then the other methods answer. */
  void compare(BooleanSupplier cancelled) {
    readRows();
    for (int from = 0; from < graph.layout().identities(); from += BLOCK) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("cleaning was cancelled");
      }
      compareBlock(from, Math.min(graph.layout().identities(), from + BLOCK));
    }
  }

  private void readRows() {
    int dimension = source.dimension();
    int[] starts =
        IntStream.range(0, images.length)
            .filter(i -> i == 0 || identityOf[i] != identityOf[i - 1])
            .toArray();
    IntStream.of(starts)
        .parallel()
        .forEach(
            start -> {
              int identity = identityOf[start];
              float[] own = new float[graph.layout().size(identity) * dimension];
              source.copy(identity, own);
              for (int i = start; i < images.length && identityOf[i] == identity; i++) {
                int position = images[i] - graph.layout().first(identity);
                System.arraycopy(own, position * dimension, rows, i * dimension, dimension);
                Kernels.normalise(rows, i * dimension, dimension);
              }
            });
  }

  private void compareBlock(int from, int to) {
    IdentityCentre[] block =
        IntStream.range(from, to)
            .parallel()
            .mapToObj(k -> IdentityCentre.of(source, graph.layout(), k, evidence.weight))
            .toArray(IdentityCentre[]::new);
    int[] known = IntStream.range(0, block.length).filter(k -> block[k].images() >= 1).toArray();
    float[] directions = new float[known.length * source.dimension()];
    for (int k = 0; k < known.length; k++) {
      float[] direction = block[known[k]].direction();
      System.arraycopy(direction, 0, directions, k * direction.length, direction.length);
    }
    centres += known.length;
    IntStream.range(0, Math.ceilDiv(images.length, BLOCK))
        .parallel()
        .forEach(run -> compareRun(run * BLOCK, from, block, known, directions));
  }

  private void compareRun(
      int start, int from, IdentityCentre[] block, int[] known, float[] directions) {
    int count = Math.min(BLOCK, images.length - start);
    float[] products = new float[count * known.length];
    Kernels.products(rows, start, count, directions, 0, known.length, source.dimension(), products);
    for (int k = 0; k < known.length; k++) {
      int identity = from + known[k];
      double level = evidence.level(identity);
      double reliability =
          ScoreModel.reliability(block[known[k]].images(), evidence.likeness[identity]);
      for (int i = 0; i < count; i++) {
        if (identityOf[start + i] != identity) {
          take(start + i, identity, products[i * known.length + k], reliability, level);
        }
      }
    }
  }

  private void take(int i, int identity, float similarity, double reliability, double level) {
    double ratio = model.ratioOwn(similarity / reliability, level);
    ratioSum[i] += ratio;
    if (ratio > bestRatio[i]) {
      bestRatio[i] = ratio;
      bestSimilarity[i] = similarity;
      best[i] = identity;
    }
  }

  int size() {
    return images.length;
  }

  int image(int i) {
    return images[i];
  }

  /** The identity that the i-th image looks most like, or -1 if there is no other. */
  int best(int i) {
    return best[i];
  }

  /** Similarity of the i-th image to that identity's centre. */
  float bestSimilarity(int i) {
    return bestSimilarity[i];
  }

  /** How much likelier the i-th image is for a random one of the other identities than for none. */
  double meanRatio(int i) {
    int others = centres - 1;
    return others > 0 ? ratioSum[i] / others : 1;
  }
}
