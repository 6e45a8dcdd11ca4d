package org.facewright.ui.chart;

/**
 * One run's values over time.
 *
 * @param x ascending
 * @param y as many; NaN is a gap
 * @param behind drawn thin, as a control to compare with
 */
@SuppressWarnings("ArrayRecordComponent") // Read only, and compared by nobody.
public record Curve(String name, double[] x, double[] y, Ink ink, boolean behind) {
  public Curve {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x and " + y.length + " y in " + name);
    }
  }

  /**
   * Smoothed by an exponential moving average without start-up bias (as Adam corrects its moments,
   * Kingma and Ba 2015, section 3).
   *
   * @param weight 0 (as it is) to below 1 (flat)
   */
  double[] smoothed(double weight) {
    double[] smooth = new double[y.length];
    double mean = 0;
    double norm = 1;
    for (int i = 0; i < y.length; i++) {
      if (Double.isNaN(y[i])) {
        smooth[i] = Double.NaN;
        continue;
      }
      mean = weight * mean + (1 - weight) * y[i];
      norm *= weight;
      smooth[i] = mean / (1 - norm);
    }
    return smooth;
  }

  /** The index whose x is nearest, -1 when there is none. */
  int nearest(double wanted) {
    if (x.length == 0) {
      return -1;
    }
    int found = java.util.Arrays.binarySearch(x, wanted);
    if (found >= 0) {
      return found;
    }
    int right = Math.min(-found - 1, x.length - 1);
    int left = Math.max(0, right - 1);
    return wanted - x[left] < x[right] - wanted ? left : right;
  }
}
