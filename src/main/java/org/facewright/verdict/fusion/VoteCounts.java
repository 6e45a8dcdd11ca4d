package org.facewright.verdict.fusion;

import java.util.List;

/**
 * How often each expert said what on good and on bad images of one stratum, and how many those are;
 * pseudo-counts of the belief beforehand included.
 */
final class VoteCounts {
  static final int LEVELS = VoteLevel.values().length;

  /** Good, bad. */
  final double[] images = new double[2];

  /** [expert][0 good, 1 bad][level]. */
  final double[][][] votes;

  /** The belief alone. */
  VoteCounts(List<Expert> experts, CalibrationSettings settings) {
    images[0] = settings.priorImages() * (1 - settings.badShare());
    images[1] = settings.priorImages() * settings.badShare();
    votes = new double[experts.size()][2][LEVELS];
    for (int e = 0; e < experts.size(); e++) {
      double right = experts.get(e).reliability();
      double wrong = 1 - right;
      double[] shares = {0.5 * right, 0.5 * right, 0.4 * wrong, 0.4 * wrong, 0.2 * wrong};
      for (int level = 0; level < LEVELS; level++) {
        votes[e][0][level] = settings.priorImages() * shares[level];
        votes[e][1][LEVELS - 1 - level] = settings.priorImages() * shares[level];
      }
    }
  }

  void add(long pattern, double good, double bad) {
    images[0] += good;
    images[1] += bad;
    for (int e = 0; e < votes.length; e++) {
      int level = VoteTable.level(pattern, e, votes.length);
      if (level >= 0) {
        votes[e][0][level] += good;
        votes[e][1][level] += bad;
      }
    }
  }

  double badShare() {
    return images[1] / (images[0] + images[1]);
  }

  /** [expert][level]: log of P(level | bad) / P(level | good). */
  double[][] weights() {
    double[][] weights = new double[votes.length][LEVELS];
    for (int e = 0; e < votes.length; e++) {
      double good = sum(votes[e][0]);
      double bad = sum(votes[e][1]);
      for (int level = 0; level < LEVELS; level++) {
        weights[e][level] = Math.log(votes[e][1][level] / bad / (votes[e][0][level] / good));
      }
    }
    return weights;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
