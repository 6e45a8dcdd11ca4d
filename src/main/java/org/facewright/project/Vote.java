package org.facewright.project;

import org.jspecify.annotations.Nullable;

/**
 * What an expert says of an image.
 *
 * @param expert the {@link Voter}'s name
 * @param confidence 0..1, null if it said none
 * @param reason in one plain clause; may be empty
 */
public record Vote(
    long imageId, String expert, Level level, @Nullable Float confidence, String reason) {
  /** Does the image belong to its identity? What a step is worth is learned, not assumed. */
  public enum Level {
    KEEP_SURE,
    KEEP,
    UNSURE,
    REJECT,
    REJECT_SURE;

    public boolean keeps() {
      return this == KEEP || this == KEEP_SURE;
    }

    public boolean rejects() {
      return this == REJECT || this == REJECT_SURE;
    }
  }
}
