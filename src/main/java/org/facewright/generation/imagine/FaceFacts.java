package org.facewright.generation.imagine;

import org.facewright.faces.HeadPose;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a picture.
 *
 * @param faces how many that count; everything else is of the largest, and 0 or null without one
 * @param score of the detector, 0..1
 * @param side of the face's box in pixels, the shorter one
 * @param pose null where no network for it is installed
 * @param sharpness variance of the Laplacian over the aligned face
 * @param clipped share of the aligned face's pixels that are as dark or as bright as can be, 0..1
 * @param points by which it was aligned, as text
 */
public record FaceFacts(
    int faces,
    double score,
    double side,
    @Nullable HeadPose pose,
    double sharpness,
    double clipped,
    String points) {
  static FaceFacts none() {
    return new FaceFacts(0, 0, 0, null, 0, 0, "");
  }

  static FaceFacts several(int faces) {
    return new FaceFacts(faces, 0, 0, null, 0, 0, "");
  }
}
