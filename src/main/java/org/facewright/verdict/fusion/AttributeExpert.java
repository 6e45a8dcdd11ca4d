package org.facewright.verdict.fusion;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Votes against faces whose estimated sex or age is far from that of the identity they are said to
 * belong to. Such estimates are coarse: it never votes "sure". Immutable.
 */
public final class AttributeExpert {
  private static final int FEWEST = 4;
  private static final double MAD_TO_SIGMA = 1.4826;

  private final double sexGap;
  private final double ageSigmas;
  private final double smallestAgeSigma;

  /**
   * @param sexGap how far apart two probabilities of being female must lie, 0..1
   * @param ageSigmas how many robust standard deviations off an age must be
   * @param smallestAgeSigma in years; identities of like photographs must not become too strict
   */
  public AttributeExpert(double sexGap, double ageSigmas, double smallestAgeSigma) {
    this.sexGap = sexGap;
    this.ageSigmas = ageSigmas;
    this.smallestAgeSigma = smallestAgeSigma;
  }

  public static AttributeExpert usual() {
    return new AttributeExpert(0.7, 4, 6);
  }

  /**
   * The votes on the faces of one identity.
   *
   * @param female probability of being female for each face, 0..1, NaN if unknown
   * @param age in years, NaN if unknown
   * @return null where nothing is known, or for identities of too few known faces
   */
  public @Nullable VoteLevel[] votes(double[] female, double[] age) {
    @Nullable VoteLevel[] votes = new VoteLevel[female.length];
    double usualSex = median(female);
    double usualAge = median(age);
    double spread = spread(age, usualAge);
    for (int i = 0; i < votes.length; i++) {
      double sexOff = Math.abs(female[i] - usualSex) / sexGap;
      double ageOff = Math.abs(age[i] - usualAge) / (ageSigmas * spread);
      votes[i] = vote(sexOff, ageOff);
    }
    return votes;
  }

  /** Each 1 where it is just far enough, NaN where nothing is known. */
  private static @Nullable VoteLevel vote(double sexOff, double ageOff) {
    if (Double.isNaN(sexOff) && Double.isNaN(ageOff)) {
      return null;
    }
    return sexOff >= 1 || ageOff >= 1 ? VoteLevel.REJECT : VoteLevel.KEEP;
  }

  private double spread(double[] ages, double centre) {
    double[] off = Arrays.stream(ages).map(a -> Math.abs(a - centre)).toArray();
    return Math.max(smallestAgeSigma, MAD_TO_SIGMA * median(off));
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (known.length < FEWEST) {
      return Double.NaN;
    }
    int half = known.length / 2;
    return known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
  }
}
