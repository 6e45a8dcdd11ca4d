package org.facewright.generation.imagine;

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
}
