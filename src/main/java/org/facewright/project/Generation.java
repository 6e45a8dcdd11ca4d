package org.facewright.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was made to become a person, and what became of it.
 *
 * @param made what was asked and drawn
 * @param identity whom it became, null while it was refused
 * @param image the image that it is in the project, null while it was refused
 * @param at when
 */
public record Generation(
    long id, Made made, @Nullable Long identity, @Nullable Long image, Instant at) {
  /**
   * What was asked and drawn.
   *
   * @param run the stage run that drew it
   * @param plan hash of the order that asked for it
   * @param item the person in that plan, from 0
   * @param attempt the try, from 0
   * @param choices by axis, as JSON
   * @param seed of the picture
   * @param model its name
   * @param modelHash SHA-256 of its networks
   * @param facts everything else that draws it again, as JSON
   * @param seconds it took
   * @param steps that were taken
   * @param outcome in one word; {@link #TAKEN} makes an identity of it
   * @param reason the outcome in one sentence
   * @param picture where it lies
   * @param face the aligned face in it, null where there was not exactly one
   * @param nearest who of those known is most like it, null if nobody is known
   * @param similarity to them, NaN if nobody is known
   */
  public record Made(
      long run,
      String plan,
      int item,
      int attempt,
      String prompt,
      @Nullable String negative,
      String choices,
      long seed,
      String model,
      String modelHash,
      String facts,
      double seconds,
      int steps,
      String outcome,
      String reason,
      Stored picture,
      @Nullable Face face,
      @Nullable String nearest,
      float similarity) {}

  /** A picture in the project's store. */
  public record Stored(ContentHash hash, ImageStore.Location location, int width, int height) {}

  /** An aligned face in the project's store, with where it was found. */
  public record Face(ContentHash hash, ImageStore.Location location, float score, String points) {}

  /** The outcome that makes an identity. */
  public static final String TAKEN = "ACCEPTED";

  public boolean taken() {
    return image != null;
  }
}
