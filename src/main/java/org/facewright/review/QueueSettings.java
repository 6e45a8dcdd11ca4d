package org.facewright.review;

/**
 * How the queue is ordered. One identity is one screen.
 *
 * @param missed what it costs to keep an image that does not belong
 * @param lost what it costs to reject a good one
 * @param secondsAScreen until a person has taken in a new identity
 * @param secondsAFace for each face on it
 */
public record QueueSettings(
    Order order, double missed, double lost, double secondsAScreen, double secondsAFace) {
  /** What comes first. */
  public enum Order {
    /** Where a person's second prevents most expected loss. */
    VALUE,
    /** Where the experts disagree most. */
    DISAGREEMENT,
    /** Where all experts together are least certain. */
    UNCERTAINTY,
    /** By label. */
    IDENTITY
  }

  public static final QueueSettings DEFAULT = new QueueSettings(Order.VALUE, 5, 1, 3, 1);

  public QueueSettings {
    if (!(missed > 0 && lost > 0 && secondsAScreen >= 0 && secondsAFace > 0)) {
      throw new IllegalArgumentException("losses and the seconds for a face must be above 0");
    }
  }

  /** The loss expected of the better of both rulings, which a person's word prevents. */
  double value(Question question) {
    double bad = question.probabilityBad();
    return Math.min(bad * missed, (1 - bad) * lost);
  }
}
