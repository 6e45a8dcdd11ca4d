package org.facewright.generation.diffusion.schedule;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The noise levels that a run of some steps visits, noisiest first. */
final class Spacings {
  private static final double RHO = 7;

  private Spacings() {}

  /** For Euler and its kin: {@code steps} levels, fractions allowed. */
  static double[] euler(ScheduleConfig config, int steps) {
    int n = config.trainSteps();
    return switch (config.spacing()) {
      case LEADING -> leading(n / steps, steps, config.stepsOffset());
      case TRAILING -> trailing(n, steps);
      case LINSPACE -> linspace(n, steps, steps);
    };
  }

  /** For DPM-Solver: one level more is laid out and the last is dropped; whole levels only. */
  static double[] solver(ScheduleConfig config, int steps) {
    int n = config.trainSteps();
    double[] levels =
        switch (config.spacing()) {
          case LEADING -> {
            int stride = n / (steps + 1);
            yield leading(stride, steps, config.stepsOffset() + stride);
          }
          case TRAILING -> trailing(n, steps);
          case LINSPACE -> linspace(n, steps + 1, steps);
        };
    return DoubleStream.of(levels).map(Math::rint).toArray();
  }

  private static double[] leading(int stride, int steps, int offset) {
    return IntStream.range(0, steps)
        .mapToDouble(k -> (double) (steps - 1 - k) * stride + offset)
        .toArray();
  }

  /** Strides of n/steps down from n: where that is no whole number, rounding may add a level. */
  private static double[] trailing(int n, int steps) {
    double stride = (double) n / steps;
    int count = (int) Math.ceil(n / stride);
    return IntStream.range(0, count).mapToDouble(k -> Math.rint(n - k * stride) - 1).toArray();
  }

  private static double[] linspace(int n, int points, int steps) {
    if (points == 1) {
      // One point is the start of the row, and the row is then turned round.
      return new double[] {0};
    }
    return IntStream.range(0, steps)
        .mapToDouble(k -> (double) (n - 1) * (points - 1 - k) / (points - 1))
        .toArray();
  }

  /** Evenly spaced seventh roots (Karras et al., 2022, equation 5), without the final zero. */
  static double[] karras(double noisiest, double cleanest, int steps) {
    double high = Math.pow(noisiest, 1 / RHO);
    double low = Math.pow(cleanest, 1 / RHO);
    return IntStream.range(0, steps)
        .mapToDouble(
            k -> {
              double ramp = steps == 1 ? 0 : (double) k / (steps - 1);
              return Math.pow(high + ramp * (low - high), RHO);
            })
        .toArray();
  }
}
