package org.facewright.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;

/**
 * The protocol of LFW and its kin as InsightFace computes it: ten contiguous folds; the threshold,
 * out of 0, 0.01 ... 3.99, that is best on nine of them is applied to the tenth.
 *
 * @param accuracy a fold, 0 to 1
 * @param threshold chosen for each fold
 * @param truePositiveRate mean over folds at each of the 400 thresholds
 * @param falsePositiveRate likewise
 * @param correct whether each pair was told right by its fold's threshold
 */
@SuppressWarnings("ArrayRecordComponent")
public record TenFold(
    double[] accuracy,
    double[] threshold,
    double[] truePositiveRate,
    double[] falsePositiveRate,
    boolean[] correct) {
  private static final int FOLDS = 10;
  private static final int THRESHOLDS = 400;

  /**
   * Evaluates the ten folds.
   *
   * @param features rows 2i and 2i + 1 are pair i; for {@code EUCLIDEAN} of length 1
   * @param same whether pair i shows one person
   * @throws IllegalArgumentException when rows and pairs do not match, or there are fewer than 10
   */
  public static TenFold of(FloatMatrix features, boolean[] same, PairDistance distance) {
    if (features.rows() != 2 * same.length || same.length < FOLDS) {
      throw new IllegalArgumentException(
          features.rows() + " features for " + same.length + " pairs; ten folds need at least 10");
    }
    TenFold result =
        new TenFold(
            new double[FOLDS],
            new double[FOLDS],
            new double[THRESHOLDS],
            new double[THRESHOLDS],
            new boolean[same.length]);
    for (int fold = 0; fold < FOLDS; fold++) {
      result.evaluate(features, same, distance, fold);
    }
    return result;
  }

  public double mean() {
    return Arrays.stream(accuracy).average().orElse(0);
  }

  /** Standard deviation over the folds (of the population, as NumPy's std). */
  public double deviation() {
    double mean = mean();
    return Math.sqrt(Arrays.stream(accuracy).map(a -> (a - mean) * (a - mean)).average().orElse(0));
  }

  private void evaluate(FloatMatrix features, boolean[] same, PairDistance distance, int fold) {
    int[] test = fold(same.length, fold);
    int[] training =
        IntStream.range(0, same.length).filter(i -> i < test[0] || i >= test[1]).toArray();
    double[] distances = distance.all(features, mean(features, training));
    int best = 0;
    int most = -1;
    for (int t = 0; t < THRESHOLDS; t++) {
      int right = right(distances, same, training, t * 0.01);
      if (right > most) {
        most = right;
        best = t;
      }
    }
    int[] held = IntStream.range(test[0], test[1]).toArray();
    threshold[fold] = best * 0.01;
    accuracy[fold] = right(distances, same, held, best * 0.01) / (double) held.length;
    for (int i : held) {
      correct[i] = (distances[i] < threshold[fold]) == same[i];
    }
    rates(distances, same, held);
  }

  /** First and last + 1 pair of a fold; the first folds take the remainder. */
  private static int[] fold(int pairs, int fold) {
    int size = pairs / FOLDS;
    int longer = pairs % FOLDS;
    int start = fold * size + Math.min(fold, longer);
    return new int[] {start, start + size + (fold < longer ? 1 : 0)};
  }

  private static int right(double[] distances, boolean[] same, int[] pairs, double threshold) {
    int right = 0;
    for (int i : pairs) {
      if ((distances[i] < threshold) == same[i]) {
        right++;
      }
    }
    return right;
  }

  private void rates(double[] distances, boolean[] same, int[] pairs) {
    long positives = Arrays.stream(pairs).filter(i -> same[i]).count();
    long negatives = pairs.length - positives;
    for (int t = 0; t < THRESHOLDS; t++) {
      double limit = t * 0.01;
      long accepted = Arrays.stream(pairs).filter(i -> same[i] && distances[i] < limit).count();
      long wrongly = Arrays.stream(pairs).filter(i -> !same[i] && distances[i] < limit).count();
      truePositiveRate[t] += positives == 0 ? 0 : (double) accepted / positives / FOLDS;
      falsePositiveRate[t] += negatives == 0 ? 0 : (double) wrongly / negatives / FOLDS;
    }
  }

  private static double[] mean(FloatMatrix features, int[] pairs) {
    double[] mean = new double[features.columns()];
    for (int pair : pairs) {
      int at = 2 * pair * mean.length;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) features.values()[at + i] + features.values()[at + mean.length + i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= 2.0 * pairs.length;
    }
    return mean;
  }
}
