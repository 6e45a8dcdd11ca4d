package org.facewright.leakage.diversity;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.inference.nearest.KernelScreen;
import org.facewright.inference.nearest.Nearest;
import org.facewright.inference.nearest.NearestRows;
import org.facewright.inference.nearest.ScreenException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/** What the centres of a set are to one another. Immutable. */
final class CentrePairs {
  private static final float SIMILAR = .5f;
  private static final float SAME = .7f;
  private static final int BLOCK = 8192;

  private final FloatMatrix centres;
  private final long[] between = new long[SetFigures.BINS];
  private long compared;
  private boolean sampled;
  private double sum;
  private long similar;

  CentrePairs(FloatMatrix centres) {
    this.centres = centres;
  }

  /**
   * The histogram: of all pairs up to a number, else of so many drawn with a seed.
   *
   * @param most pairs to look at
   */
  void compare(long most, long seed) {
    int n = centres.rows();
    long all = Kernels.pairCount(n);
    sampled = all > most;
    if (sampled) {
      SplittableRandom random = new SplittableRandom(seed);
      for (long i = 0; i < most; i++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n - 1);
        count(cosine(a, b < a ? b : b + 1));
      }
    } else {
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          count(cosine(a, b));
        }
      }
    }
  }

  private float cosine(int a, int b) {
    int dim = centres.columns();
    return Kernels.exactDot(centres.values(), a * dim, centres.values(), b * dim, dim);
  }

  private void count(float cosine) {
    between[SetFigures.bin(cosine)]++;
    compared++;
    sum += cosine;
    similar += cosine > SIMILAR ? 1 : 0;
  }

  long[] between() {
    return between.clone();
  }

  long compared() {
    return compared;
  }

  boolean sampled() {
    return sampled;
  }

  double mean() {
    return compared == 0 ? Double.NaN : sum / compared;
  }

  double similarShare() {
    return compared == 0 ? 0 : (double) similar / compared;
  }

  /** Each centre's nearest others: exact, whatever was sampled. */
  Nearest nearest() throws ScreenException {
    int dim = centres.columns();
    try (KernelScreen screen = new KernelScreen(dim)) {
      NearestRows search = new NearestRows(centres, 2, new float[] {SIMILAR, SAME}, screen);
      for (int from = 0; from < centres.rows(); from += BLOCK) {
        int count = Math.min(BLOCK, centres.rows() - from);
        float[] block =
            java.util.Arrays.copyOfRange(centres.values(), from * dim, (from + count) * dim);
        search.compare(block, count, from);
      }
      return search.found();
    }
  }

  /** Of the first of a centre's two nearest that is not itself; NaN if it is alone. */
  static float other(Nearest nearest, int row) {
    return nearest.rows()[2 * row] == row
        ? nearest.similarities()[2 * row + 1]
        : nearest.similarities()[2 * row];
  }

  /** See {@link SetFigures#effectiveDimensions}: by the matrix of second moments, so exact. */
  double effectiveDimensions() {
    int dim = centres.columns();
    int n = centres.rows();
    double squares =
        IntStream.range(0, dim)
            .parallel()
            .mapToDouble(
                i -> {
                  double[] moments = new double[dim];
                  for (int row = 0; row < n; row++) {
                    double value = centres.values()[row * dim + i];
                    for (int j = 0; j < dim; j++) {
                      moments[j] += value * centres.values()[row * dim + j];
                    }
                  }
                  double total = 0;
                  for (double moment : moments) {
                    total += moment / n * (moment / n);
                  }
                  return total;
                })
            .sum();
    return n == 0 ? 0 : 1 / squares;
  }
}
