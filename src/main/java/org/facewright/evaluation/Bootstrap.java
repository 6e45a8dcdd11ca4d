package org.facewright.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap (Efron 1979): how far a figure moves when the pairs are drawn anew, with
 * replacement, from the pairs at hand.
 *
 * @param rounds how often they are drawn; 1,000 gives steady 95 % intervals
 */
public record Bootstrap(int rounds, double confidence, long seed) {
  public Bootstrap {
    if (rounds < 20 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("bootstrap of " + rounds + " rounds at " + confidence);
    }
  }

  /** 1,000 rounds, 95 %. */
  public static Bootstrap standard(long seed) {
    return new Bootstrap(1000, 0.95, seed);
  }

  /** The interval of a figure computed from how often each pair was drawn. */
  public Interval of(int pairs, ToDoubleFunction<int[]> figure) {
    double[] figures =
        IntStream.range(0, rounds)
            .parallel()
            .mapToDouble(round -> figure.applyAsDouble(drawn(pairs, round)))
            .sorted()
            .toArray();
    double tail = (1 - confidence) / 2;
    return new Interval(quantile(figures, tail), quantile(figures, 1 - tail));
  }

  /** The interval of the share of pairs that were told right. */
  public Interval ofShare(boolean[] right) {
    return of(
        right.length,
        drawn ->
            IntStream.range(0, drawn.length).filter(i -> right[i]).mapToLong(i -> drawn[i]).sum()
                / (double) right.length);
  }

  /**
   * The interval of a figure of the curve. A draw that holds one kind of pair only counts as is.
   */
  public Interval ofRoc(double[] scores, boolean[] same, ToDoubleFunction<Roc> figure) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    int[] falling = Arrays.stream(order).mapToInt(i -> i).toArray();
    return of(
        scores.length, drawn -> figure.applyAsDouble(Roc.weighted(scores, same, falling, drawn)));
  }

  private int[] drawn(int pairs, int round) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
    int[] drawn = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      drawn[random.nextInt(pairs)]++;
    }
    return drawn;
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (at - below) * (above - sorted[below]);
  }
}
