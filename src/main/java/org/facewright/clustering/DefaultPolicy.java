package org.facewright.clustering;

/**
 * Facewright's own rule: the chance that an image shows its identity's person, from how strangers
 * and how people's own images score in this very project (docs/method-cleaning.md has the
 * formulas).
 *
 * <p>Kept if the chance of a wrong label is at most {@code missRisk}, rejected if the chance of a
 * right one is at most {@code loseRisk}, else a person is asked.
 *
 * @param missRisk highest chance of a wrong label at which an image is kept unasked, 0..0.5. Lower
 *     asks more and misses less
 * @param loseRisk highest chance of a right label at which an image is rejected unasked, 0..0.5.
 *     Lower asks more and loses less
 * @param rivalShare if a second group of images that look alike has at least this share of the kept
 *     ones' number, nobody can tell whose identity it is: both are asked about. 0.1..1; above 1 it
 *     never happens
 * @param linkTail share of pairs of strangers that may pass for one person where the search for an
 *     identity's main group starts, 0.000001..0.1; the later rounds correct what it does
 * @param noisePrior how many images' worth of weight the project's share of wrong labels has
 *     against the identity's own, 0..1000. Higher makes identities more equal
 * @param likenessPrior how many pairs' worth of weight the project's mean similarity of one
 *     person's images has against the identity's own, 0..1000
 * @param rounds how often chances and densities are estimated anew at most, 1..100; it stops when
 *     nothing moves, usually after 4 to 8
 */
public record DefaultPolicy(
    double missRisk,
    double loseRisk,
    double rivalShare,
    double linkTail,
    double noisePrior,
    double likenessPrior,
    int rounds)
    implements CleaningPolicy {

  public DefaultPolicy {
    Ranges.within("missRisk", missRisk, 0, .5);
    Ranges.within("loseRisk", loseRisk, 0, .5);
    Ranges.within("rivalShare", rivalShare, .1, 1e6);
    Ranges.within("linkTail", linkTail, 1e-6, .1);
    Ranges.within("noisePrior", noisePrior, 0, 1000);
    Ranges.within("likenessPrior", likenessPrior, 0, 1000);
    Ranges.within("rounds", rounds, 1, 100);
  }

  /** A wrong decision costs as much as 50 questions; everything else is weak prior knowledge. */
  public static DefaultPolicy standard() {
    return new DefaultPolicy(.02, .02, .75, .001, 10, 4, 12);
  }

  /** The same with other risks. */
  public DefaultPolicy withRisks(double miss, double lose) {
    return new DefaultPolicy(miss, lose, rivalShare, linkTail, noisePrior, likenessPrior, rounds);
  }

  @Override
  public String name() {
    return "default";
  }
}
