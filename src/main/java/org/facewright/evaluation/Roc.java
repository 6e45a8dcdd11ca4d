package org.facewright.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The receiver operating characteristic of scored pairs: one point a distinct score, from (0, 0) to
 * (1, 1), higher scores meaning "same".
 *
 * @param far false accept rate of each point, rising
 * @param tar true accept rate of each point
 * @param threshold the lowest accepted score of each point; the first accepts nothing
 */
@SuppressWarnings("ArrayRecordComponent")
public record Roc(double[] far, double[] tar, double[] threshold) {
  /**
   * The curve of scored pairs.
   *
   * @throws IllegalArgumentException when a score is no number or one of the two kinds is missing
   */
  public static Roc of(double[] scores, boolean[] same) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    int[] weights = new int[scores.length];
    Arrays.fill(weights, 1);
    return weighted(scores, same, Arrays.stream(order).mapToInt(i -> i).toArray(), weights);
  }

  /** As {@link #of} with each pair counted some times; order lists pairs by falling score. */
  static Roc weighted(double[] scores, boolean[] same, int[] order, int[] weights) {
    double[] far = new double[scores.length + 1];
    double[] tar = new double[scores.length + 1];
    double[] threshold = new double[scores.length + 1];
    threshold[0] = Double.POSITIVE_INFINITY;
    long accepted = 0;
    long wrongly = 0;
    int points = 1;
    for (int i = 0; i < order.length; i++) {
      int pair = order[i];
      accepted += same[pair] ? weights[pair] : 0;
      wrongly += same[pair] ? 0 : weights[pair];
      if (i + 1 == order.length || scores[order[i + 1]] != scores[pair]) {
        far[points] = wrongly;
        tar[points] = accepted;
        threshold[points++] = scores[pair];
      }
    }
    if (accepted == 0 || wrongly == 0 || Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException(
          "A curve needs pairs of one person, pairs of two, and numbers as scores.");
    }
    for (int i = 0; i < points; i++) {
      far[i] /= wrongly;
      tar[i] /= accepted;
    }
    return new Roc(
        Arrays.copyOf(far, points), Arrays.copyOf(tar, points), Arrays.copyOf(threshold, points));
  }

  /** The area below, by trapezoids. */
  public double area() {
    double area = 0;
    for (int i = 1; i < far.length; i++) {
      area += (far[i] - far[i - 1]) * (tar[i] + tar[i - 1]) / 2;
    }
    return area;
  }

  /** The true accept rate of the last point whose false accept rate does not exceed a limit. */
  public double tarAt(double limit) {
    double best = 0;
    for (int i = 0; i < far.length && far[i] <= limit; i++) {
      best = tar[i];
    }
    return best;
  }

  /**
   * The true accept rate as IJB evaluations report it: that of the point whose false accept rate is
   * nearest to the wanted one, the highest of equals. Like scikit-learn, points on a straight line
   * between their neighbours do not count.
   */
  public double ijbTarAt(double wanted) {
    double nearest = Double.POSITIVE_INFINITY;
    double best = 0;
    for (int i = far.length - 1; i >= 0; i--) {
      double away = Math.abs(far[i] - wanted);
      if (away < nearest && corner(i)) {
        nearest = away;
        best = tar[i];
      }
    }
    return best;
  }

  private boolean corner(int i) {
    if (i <= 1 || i == far.length - 1) {
      return true;
    }
    double alongFar = (far[i + 1] - far[i]) - (far[i] - far[i - 1]);
    double alongTar = (tar[i + 1] - tar[i]) - (tar[i] - tar[i - 1]);
    return Math.abs(alongFar) > 1e-12 || Math.abs(alongTar) > 1e-12;
  }

  /** The rate at which false accepts and false rejects are equal, between points interpolated. */
  public double equalErrorRate() {
    for (int i = 1; i < far.length; i++) {
      double before = 1 - tar[i - 1] - far[i - 1];
      double after = 1 - tar[i] - far[i];
      if (after <= 0) {
        double share = before == after ? 0 : before / (before - after);
        return far[i - 1] + share * (far[i] - far[i - 1]);
      }
    }
    return 1;
  }
}
