package org.facewright.review;

import java.util.List;

/**
 * An image that somebody is to look at.
 *
 * @param probabilityBad that it does not belong, by all experts together, 0..1; {@link #UNWEIGHED}
 *     before their votes were fused
 */
public record Question(ImageRef image, double probabilityBad, List<ExpertVote> votes) {
  /** Half and half: nobody has weighed the votes yet. */
  static final double UNWEIGHED = .5;

  public Question {
    votes = List.copyOf(votes);
    if (!(probabilityBad >= 0 && probabilityBad <= 1)) {
      throw new IllegalArgumentException("a probability is 0..1, not " + probabilityBad);
    }
  }

  /**
   * How far the experts disagree: the entropy of their votes in bits, 0 for one voice. "Unsure"
   * counts half to either side.
   */
  public double disagreement() {
    if (votes.isEmpty()) {
      return 0;
    }
    double same = 0;
    for (ExpertVote vote : votes) {
      same += vote.answer() == Answer.SAME ? 1 : vote.answer() == Answer.UNSURE ? 0.5 : 0;
    }
    return entropy(same / votes.size());
  }

  /** How uncertain the experts are together, in bits. */
  public double uncertainty() {
    return entropy(probabilityBad);
  }

  private static double entropy(double p) {
    return p <= 0 || p >= 1 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }
}
