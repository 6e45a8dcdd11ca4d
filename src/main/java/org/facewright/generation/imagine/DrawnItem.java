package org.facewright.generation.imagine;

import java.util.Locale;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.ImageState;
import org.jspecify.annotations.Nullable;

/**
 * A picture in the gallery of results.
 *
 * @param image that it became, null while it is refused
 */
record DrawnItem(Generation generation, @Nullable FaceImage image) {
  ReferenceOutcome outcome() {
    return ReferenceOutcome.valueOf(generation.made().outcome());
  }

  /** Whether it counts as a person now: taken by the gates or by somebody, and not rejected. */
  boolean kept() {
    return image != null && image.state() != ImageState.REJECTED;
  }

  boolean decided() {
    return image != null && image.decided();
  }

  /** Whether it could become a person. */
  boolean possible() {
    return image != null || outcome().overridable();
  }

  /** A few words below the picture. */
  String caption() {
    return switch (outcome()) {
      case NO_FACE, SEVERAL_FACES -> outcome().label();
      case TWIN -> kept() ? number() : "alike";
      case ACCEPTED -> kept() ? number() : "rejected";
      default -> kept() ? number() : outcome().gate();
    };
  }

  private String number() {
    return "%d".formatted(generation.made().item() + 1);
  }

  private String standing() {
    if (kept()) {
      return "kept";
    }
    String gate = outcome().gate();
    return gate.isEmpty() ? "rejected" : "refused by the gate \"" + gate + "\"";
  }

  /** Everything worth knowing, in one line. */
  String sentence() {
    Generation.Made made = generation.made();
    return String.format(
        Locale.ROOT,
        "%s · %s · seed %d, try %d · %s",
        standing(),
        made.reason(),
        made.seed(),
        made.attempt() + 1,
        made.prompt());
  }
}
