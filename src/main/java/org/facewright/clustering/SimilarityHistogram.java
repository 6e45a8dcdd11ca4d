package org.facewright.clustering;

/**
 * Counts of cosine similarities in steps of a thousandth from -1 to 1. Filled by one thread, then
 * only read.
 */
public final class SimilarityHistogram {
  /** Bins: bin b holds similarities in [-1 + b / 1000, -1 + (b + 1) / 1000). */
  public static final int BINS = 2000;

  private final long[] counts = new long[BINS];
  private long total;
  private double sum;

  void add(float similarity) {
    counts[bin(similarity)]++;
    total++;
    sum += similarity;
  }

  void add(SimilarityHistogram other) {
    for (int bin = 0; bin < BINS; bin++) {
      counts[bin] += other.counts[bin];
    }
    total += other.total;
    sum += other.sum;
  }

  private static int bin(double similarity) {
    return Math.clamp((int) Math.floor((similarity + 1) * (BINS / 2)), 0, BINS - 1);
  }

  /** Pairs counted. */
  public long total() {
    return total;
  }

  public long count(int bin) {
    return counts[bin];
  }

  /** Middle of a bin. */
  public static double middle(int bin) {
    return -1 + (bin + .5) / (BINS / 2);
  }

  /** Mean similarity, NaN without pairs. */
  public double mean() {
    return sum / total;
  }

  /**
   * The similarity below which a share of the pairs lies, to a thousandth.
   *
   * @param share 0..1
   * @return -1..1, NaN without pairs
   */
  public double quantile(double share) {
    if (total == 0) {
      return Double.NaN;
    }
    long wanted = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int bin = 0; bin < BINS; bin++) {
      seen += counts[bin];
      if (seen >= wanted) {
        return middle(bin);
      }
    }
    return 1;
  }

  /**
   * The same counts in fewer bins, for a chart.
   *
   * @param bins a divisor of {@link #BINS}
   */
  public long[] counts(int bins) {
    if (bins < 1 || BINS % bins != 0) {
      throw new IllegalArgumentException(bins + " does not divide " + BINS);
    }
    long[] coarse = new long[bins];
    for (int bin = 0; bin < BINS; bin++) {
      coarse[bin / (BINS / bins)] += counts[bin];
    }
    return coarse;
  }
}
