package org.facewright.gallery.map;

import java.util.SplittableRandom;

/**
 * UMAP's layout (McInnes, Healy, Melville, arXiv 1802.03426, section 3.2 and algorithm 5), begun
 * from the two principal components. One thread, so that the same graph, start and seed give the
 * same map; epoch by epoch, so that it can be watched and stopped. Written here because Smile's
 * cannot begin without a native OpenBLAS.
 */
final class Umap {
  // The curve 1 / (1 + a d^2b) for a minimum distance of .1 and a spread of 1.
  private static final double A = 1.577;
  private static final double B = .8951;
  private static final int NEGATIVES = 5;
  private static final float LONGEST_STEP = 4;
  private static final float EXTENT = 10;

  private final FuzzyGraph graph;
  private final int points;
  private final float[] at;
  private final float[] every;
  private final float[] next;
  private final float[] nextNegative;
  private final SplittableRandom random;
  private final int epochs;
  private int epoch;

  /**
   * @param start [n][>= 2] where points begin, such as principal components
   */
  Umap(FuzzyGraph graph, float[] start, int columns, long seed) {
    this.graph = graph;
    points = start.length / columns;
    // As the authors' program: big sets need fewer rounds, each does more.
    epochs = points > 10_000 ? 200 : 500;
    random = new SplittableRandom(seed);
    at = begin(start, columns);
    every = intervals();
    next = every.clone();
    nextNegative = every.clone();
    for (int e = 0; e < every.length; e++) {
      nextNegative[e] = every[e] / NEGATIVES;
    }
  }

  private float[] begin(float[] start, int columns) {
    float most = 1e-12f;
    for (int i = 0; i < points; i++) {
      most = Math.max(most, Math.abs(start[i * columns]));
      most = Math.max(most, columns > 1 ? Math.abs(start[i * columns + 1]) : 0);
    }
    float[] begin = new float[points * 2];
    for (int i = 0; i < points; i++) {
      float y = columns > 1 ? start[i * columns + 1] : 0;
      begin[2 * i] = start[i * columns] / most * EXTENT + jitter();
      begin[2 * i + 1] = y / most * EXTENT + jitter();
    }
    return begin;
  }

  private float jitter() {
    return (float) (1e-4 * random.nextGaussian());
  }

  /** After how many epochs an edge is taken again: the strongest in each. */
  private float[] intervals() {
    float strongest = 0;
    for (float weight : graph.weights()) {
      strongest = Math.max(strongest, weight);
    }
    float[] intervals = new float[graph.weights().length];
    for (int e = 0; e < intervals.length; e++) {
      float times = graph.weights()[e] / strongest;
      intervals[e] = times * epochs < 1 ? Float.POSITIVE_INFINITY : 1 / times;
    }
    return intervals;
  }

  int epochs() {
    return epochs;
  }

  /** One round of pulling neighbours together and pushing others away. */
  void step() {
    float alpha = 1 - epoch / (float) epochs;
    epoch++;
    for (int e = 0; e < every.length; e++) {
      if (next[e] <= epoch) {
        next[e] += every[e];
        attract(graph.from()[e] * 2, graph.to()[e] * 2, alpha);
        float pause = every[e] / NEGATIVES;
        int times = (int) ((epoch - nextNegative[e]) / pause);
        for (int t = 0; t < times; t++) {
          repel(graph.from()[e] * 2, random.nextInt(points) * 2, alpha);
        }
        nextNegative[e] += times * pause;
      }
    }
  }

  private void attract(int i, int j, float alpha) {
    float dx = at[i] - at[j];
    float dy = at[i + 1] - at[j + 1];
    double square = dx * dx + dy * dy;
    if (square > 0) {
      double power = Math.pow(square, B);
      float pull = (float) (-2 * A * B * power / square / (A * power + 1));
      move(i, j, alpha * limited(pull * dx), alpha * limited(pull * dy));
    }
  }

  private void move(int i, int j, float x, float y) {
    at[i] += x;
    at[i + 1] += y;
    at[j] -= x;
    at[j + 1] -= y;
  }

  private void repel(int i, int j, float alpha) {
    if (i == j) {
      return;
    }
    float dx = at[i] - at[j];
    float dy = at[i + 1] - at[j + 1];
    double square = dx * dx + dy * dy;
    if (square > 0) {
      float push = (float) (2 * B / ((.001 + square) * (A * Math.pow(square, B) + 1)));
      at[i] += alpha * limited(push * dx);
      at[i + 1] += alpha * limited(push * dy);
    } else {
      at[i] += alpha * LONGEST_STEP;
      at[i + 1] += alpha * LONGEST_STEP;
    }
  }

  private static float limited(float step) {
    return Math.clamp(step, -LONGEST_STEP, LONGEST_STEP);
  }

  /** [n][2] where the points are now. */
  float[] places() {
    return at.clone();
  }
}
