package org.facewright.clustering;

/** Weighted counts of scores in steps of 1/500 from -2 to 2; what lies beyond counts at the end. */
final class ScoreHistogram {
  static final int BINS = 2000;
  private static final double LEAST = -2;
  private static final double STEP = .002;

  private final double[] weights = new double[BINS];
  private double total;

  void add(double score, double weight) {
    weights[Math.clamp((int) Math.floor((score - LEAST) / STEP), 0, BINS - 1)] += weight;
    total += weight;
  }

  /** Adds a normal distribution of the given weight: knowledge from before the data. */
  void addNormal(double mean, double deviation, double weight) {
    double[] shape = new double[BINS];
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double z = (middle(bin) - mean) / deviation;
      shape[bin] = Math.exp(-.5 * z * z);
      sum += shape[bin];
    }
    for (int bin = 0; bin < BINS; bin++) {
      weights[bin] += weight * shape[bin] / sum;
    }
    total += weight;
  }

  static double middle(int bin) {
    return LEAST + (bin + .5) * STEP;
  }

  double weight(int bin) {
    return weights[bin];
  }

  double total() {
    return total;
  }

  double quantile(double share) {
    double seen = 0;
    for (int bin = 0; bin < BINS; bin++) {
      seen += weights[bin];
      if (seen >= share * total) {
        return middle(bin);
      }
    }
    return middle(BINS - 1);
  }

  /** Half the distance between the quartiles, as a normal distribution's standard deviation. */
  double robustDeviation() {
    return Math.max(STEP, (quantile(.75) - quantile(.25)) / 1.349);
  }

  /** The counts within so many robust deviations of the median; the rest are other things. */
  ScoreHistogram trimmed(double deviations) {
    double median = quantile(.5);
    double reach = deviations * robustDeviation();
    ScoreHistogram kept = new ScoreHistogram();
    for (int bin = 0; bin < BINS; bin++) {
      if (Math.abs(middle(bin) - median) <= reach) {
        kept.weights[bin] = weights[bin];
        kept.total += weights[bin];
      }
    }
    return kept;
  }
}
