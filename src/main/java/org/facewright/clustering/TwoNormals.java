package org.facewright.clustering;

/**
 * A density made of two normal distributions, one for the bulk and one for the wider tail, and a
 * floor: what was never seen in n scores may still be the n+1st. Fitted by expectation maximisation
 * (Dempster, Laird, Rubin 1977).
 *
 * @param share of the second
 * @param floor density everywhere on top
 */
record TwoNormals(
    double mean1, double deviation1, double mean2, double deviation2, double share, double floor) {
  private static final int STEPS = 60;
  private static final double LEAST_DEVIATION = .004;

  /** Before any score is seen, one in a hundred is expected to be like none seen. */
  private static final double UNSEEN = 100;

  /** Similarities lie within -1 and 1: a floor of weight w has density w / 2. */
  private static final double RANGE = 2;

  /**
   * @param scores with at least some weight
   * @param shift of the second mean from the first at the start, in standard deviations
   */
  static TwoNormals fit(ScoreHistogram scores, double shift) {
    double mean = 0;
    for (int bin = 0; bin < ScoreHistogram.BINS; bin++) {
      mean += scores.weight(bin) * ScoreHistogram.middle(bin) / scores.total();
    }
    double deviation = scores.robustDeviation();
    TwoNormals now =
        new TwoNormals(mean, deviation, mean + shift * deviation, 2 * deviation, .1, 0);
    for (int step = 0; step < STEPS; step++) {
      now = now.improved(scores);
    }
    double floor = 1 / (scores.total() + UNSEEN) / RANGE;
    return new TwoNormals(now.mean1, now.deviation1, now.mean2, now.deviation2, now.share, floor);
  }

  private TwoNormals improved(ScoreHistogram scores) {
    double[] sums = new double[6];
    for (int bin = 0; bin < ScoreHistogram.BINS; bin++) {
      double weight = scores.weight(bin);
      if (weight > 0) {
        double x = ScoreHistogram.middle(bin);
        double first = (1 - share) * normal(x, mean1, deviation1) + Double.MIN_NORMAL;
        double second = share * normal(x, mean2, deviation2);
        double belongs = second / (first + second);
        add(sums, 0, weight * (1 - belongs), x);
        add(sums, 3, weight * belongs, x);
      }
    }
    double secondShare = sums[3] / (sums[0] + sums[3]);
    return new TwoNormals(
        mean(sums, 0), deviation(sums, 0), mean(sums, 3), deviation(sums, 3), secondShare, 0);
  }

  private static void add(double[] sums, int at, double weight, double x) {
    sums[at] += weight;
    sums[at + 1] += weight * x;
    sums[at + 2] += weight * x * x;
  }

  private static double mean(double[] sums, int at) {
    return sums[at + 1] / Math.max(sums[at], Double.MIN_NORMAL);
  }

  private static double deviation(double[] sums, int at) {
    double mean = mean(sums, at);
    double variance = sums[at + 2] / Math.max(sums[at], Double.MIN_NORMAL) - mean * mean;
    return Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, variance)));
  }

  private static double normal(double x, double mean, double deviation) {
    double z = (x - mean) / deviation;
    return Math.exp(-.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI));
  }

  double density(double x) {
    return (1 - share) * normal(x, mean1, deviation1)
        + share * normal(x, mean2, deviation2)
        + floor;
  }

  double mean() {
    return (1 - share) * mean1 + share * mean2;
  }
}
