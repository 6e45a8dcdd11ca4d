package org.facewright.review;

import org.jspecify.annotations.Nullable;

/**
 * What a person answers.
 *
 * @param moveTo the label of the identity the image shows, null unless the person named it
 * @param note why; may be empty
 */
public record Verdict(Answer answer, @Nullable String moveTo, String note) {
  public static Verdict of(Answer answer) {
    return new Verdict(answer, null, "");
  }

  /** It shows somebody else, and the person knows whom. */
  public static Verdict move(String label) {
    return new Verdict(Answer.OTHER, label, "moved to " + label);
  }
}
