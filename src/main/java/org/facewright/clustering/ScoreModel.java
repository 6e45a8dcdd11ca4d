package org.facewright.clustering;

/**
 * How images score against the centre of an identity: strangers, and the identity's own person.
 *
 * <p>A score is the cosine to the mean of n of the identity's images, divided by how reliable a
 * mean of n is (Spearman 1904 and Brown 1910: {@code sqrt(n m / (1 + (n - 1) m))} if two of them
 * have similarity m on average). So own images score {@code sqrt(m)} on average whatever n is: the
 * identity's level.
 *
 * @param stranger density of strangers' scores
 * @param own density of own images' scores minus the identity's level
 * @param likeness mean similarity of two images of one person in the project
 * @param noise share of wrong labels in the project
 */
record ScoreModel(TwoNormals stranger, TwoNormals own, double likeness, double noise) {

  /** Reliability of the mean of {@code count} images of which two have similarity {@code m}. */
  static double reliability(double count, double m) {
    return Math.sqrt(count * m / (1 + (count - 1) * m));
  }

  /**
   * Odds that an image with a score is wrongly labelled. Falls as the score rises: below the middle
   * of the strangers nothing gets less likely to be one, above the level nothing more likely.
   *
   * @param level of the identity
   * @param wrong chance of a wrong label before looking at the image
   */
  double oddsWrong(double score, double level, double wrong) {
    double middle = stranger.mean();
    double x = Math.clamp(score, middle, Math.max(middle, level));
    return wrong * stranger.density(x) / ((1 - wrong) * own.density(x - level));
  }

  /** How much likelier a score is for the person of an identity than for a stranger. */
  double ratioOwn(double score, double level) {
    double x = Math.min(score, level);
    return own.density(x - level) / stranger.density(x);
  }

  /** The lowest score at which the chance of a wrong label is at most {@code risk}, or NaN. */
  double scoreAtRisk(double level, double wrong, double risk) {
    double odds = risk / (1 - risk);
    double low = stranger.mean();
    double high = level;
    if (!(high > low) || oddsWrong(high, level, wrong) > odds) {
      return Double.NaN;
    }
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (oddsWrong(middle, level, wrong) > odds) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
