package org.facewright.verdict.fusion;

/**
 * How reliable an expert has shown itself to be, prior belief included.
 *
 * @param reviewed its votes on images a person judged
 * @param agreed how many of those agree with the person; "unsure" does not
 * @param found share of the images that do not belong which it rejects
 * @param kept share of the good ones it keeps
 */
public record Reliability(Expert expert, int reviewed, int agreed, Share found, Share kept) {
  /**
   * An estimated share with its 95 % credible interval, 0..1.
   *
   * @param mean of the Beta distribution
   */
  public record Share(double mean, double low, double high) {
    private static final double TAIL = 0.025;

    /** From what was counted, pseudo-counts of the prior included, both above 0. */
    static Share ofBeta(double hits, double misses) {
      var beta = new smile.stat.distribution.BetaDistribution(hits, misses);
      return new Share(hits / (hits + misses), beta.quantile(TAIL), beta.quantile(1 - TAIL));
    }
  }

  /**
   * @param votes counts [0 good, 1 bad][level], the prior's included
   */
  static Reliability of(VoteTable table, int expert, double[][] votes) {
    int reviewed = 0;
    int agreed = 0;
    for (int image = 0; image < table.images(); image++) {
      VoteLevel vote = table.vote(image, expert);
      if (vote != null && table.person(image) >= 0) {
        reviewed++;
        boolean right = table.person(image) == 1 ? vote.rejects() : vote.keeps();
        agreed += right ? 1 : 0;
      }
    }
    double[] good = votes[0];
    double[] bad = votes[1];
    return new Reliability(
        table.experts().get(expert),
        reviewed,
        agreed,
        Share.ofBeta(bad[3] + bad[4], bad[0] + bad[1] + bad[2]),
        Share.ofBeta(good[0] + good[1], good[2] + good[3] + good[4]));
  }
}
