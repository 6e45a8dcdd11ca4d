package org.facewright.ui.chart;

/**
 * Counts in equal bins.
 *
 * @param low lower edge of the first bin
 * @param high upper edge of the last
 * @param counts at least one, each &gt;= 0
 */
@SuppressWarnings("ArrayRecordComponent") // Read only, and compared by nobody.
public record Bins(String name, double low, double high, long[] counts) {
  /** Counts values; those outside fall into the first or last bin. */
  public static Bins of(String name, float[] values, double low, double high, int bins) {
    long[] counts = new long[bins];
    for (float value : values) {
      int bin = (int) ((value - low) / (high - low) * bins);
      counts[Math.clamp(bin, 0, bins - 1)]++;
    }
    return new Bins(name, low, high, counts);
  }

  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  double edge(int bin) {
    return low + (high - low) * bin / counts.length;
  }

  /** Share of all that lies below a value, 0..1, cutting its bin in proportion. */
  public double below(double value) {
    double at = (value - low) / (high - low) * counts.length;
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] * Math.clamp(at - i, 0, 1);
    }
    return total() == 0 ? 0 : sum / total();
  }

  double tallestShare() {
    long tallest = 0;
    for (long count : counts) {
      tallest = Math.max(tallest, count);
    }
    return total() == 0 ? 0 : (double) tallest / total();
  }
}
