package org.facewright.verdict.fusion;

import org.facewright.project.ImageState;
import org.facewright.verdict.prompt.SamePerson;
import org.jspecify.annotations.Nullable;

/** What an expert says of an image, in steps. What a step is worth is learned, not assumed. */
public enum VoteLevel {
  KEEP_SURE,
  KEEP,
  UNSURE,
  REJECT,
  REJECT_SURE;

  private static final double SURE = 0.8;

  /** A model's verdict; without a confidence it counts as not sure of itself. */
  public static VoteLevel of(SamePerson same, @Nullable Double confidence) {
    boolean sure = confidence != null && confidence >= SURE;
    return switch (same) {
      case YES -> sure ? KEEP_SURE : KEEP;
      case NO -> sure ? REJECT_SURE : REJECT;
      case UNSURE -> UNSURE;
    };
  }

  /** What a clustering policy found; an image it has not judged has no vote. */
  public static @Nullable VoteLevel of(ImageState state) {
    return switch (state) {
      case KEPT -> KEEP;
      case REJECTED -> REJECT;
      case AMBIGUOUS -> UNSURE;
      default -> null;
    };
  }

  /**
   * A similarity to the identity's centre, cut into steps: sure where it lies beyond a threshold by
   * more than the distance between the two.
   *
   * @param rejectBelow not above {@code keepAbove}
   */
  public static VoteLevel ofSimilarity(double similarity, double rejectBelow, double keepAbove) {
    double gap = keepAbove - rejectBelow;
    if (similarity >= keepAbove) {
      return similarity >= keepAbove + gap ? KEEP_SURE : KEEP;
    }
    if (similarity <= rejectBelow) {
      return similarity <= rejectBelow - gap ? REJECT_SURE : REJECT;
    }
    return UNSURE;
  }

  boolean keeps() {
    return this == KEEP || this == KEEP_SURE;
  }

  boolean rejects() {
    return this == REJECT || this == REJECT_SURE;
  }
}
