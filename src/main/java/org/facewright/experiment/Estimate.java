package org.facewright.experiment;

import java.util.stream.DoubleStream;
import smile.stat.distribution.TDistribution;

/**
 * A mean and where it may lie: Student's 95 % interval, which takes the numbers for draws from a
 * normal distribution.
 *
 * @param deviation of one number; NaN of fewer than two
 * @param low NaN of fewer than two
 * @param high NaN of fewer than two
 */
public record Estimate(int count, double mean, double deviation, double low, double high) {
  private static final double UPPER = .975;

  /** Of some numbers; the mean of none is NaN. */
  public static Estimate of(double... values) {
    int n = values.length;
    double mean = DoubleStream.of(values).average().orElse(Double.NaN);
    if (n < 2) {
      return new Estimate(n, mean, Double.NaN, Double.NaN, Double.NaN);
    }
    double squares = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double half = new TDistribution(n - 1).quantile(UPPER) * deviation / Math.sqrt(n);
    return new Estimate(n, mean, deviation, mean - half, mean + half);
  }

  /** Whether the interval leaves no doubt about the sign. */
  public boolean apartFromZero() {
    return low > 0 || high < 0;
  }
}
