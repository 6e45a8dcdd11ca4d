package org.facewright.verdict.fusion;

/**
 * What cleaning is to reach.
 *
 * @param recall share of the images that do not belong which are rejected, at least
 * @param lost share of the good images that are rejected, at most
 * @param asked share of all images that people see, at most
 * @param margin 0..1: how much of what recall and lost allow is used; the rest covers that
 *     probabilities are estimates
 */
public record Goals(double recall, double lost, double asked, double margin) {
  public static final Goals DEFAULT = new Goals(0.998, 0.001, 0.02, 0.25);

  public Goals {
    if (!(recall >= 0 && recall <= 1 && lost >= 0 && lost <= 1 && asked >= 0 && asked <= 1)) {
      throw new IllegalArgumentException("recall, lost and asked are shares, 0..1");
    }
    if (!(margin > 0 && margin <= 1)) {
      throw new IllegalArgumentException("margin is above 0 and at most 1");
    }
  }
}
