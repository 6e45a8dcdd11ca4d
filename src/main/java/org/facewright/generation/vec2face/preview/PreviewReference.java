package org.facewright.generation.vec2face.preview;

import org.facewright.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * The identity that is looked at.
 *
 * @param kind where it comes from
 * @param name for people
 * @param vector as the generator takes it
 * @param face of somebody who has one, null for a vector
 * @param identity of the project whose embedding the vector is, null if it is none
 */
@SuppressWarnings("ArrayRecordComponent") // Two references are never compared by their numbers.
record PreviewReference(
    Kind kind, String name, float[] vector, @Nullable RgbImage face, @Nullable Long identity) {
  /** Where a reference can come from. */
  enum Kind {
    SAMPLED,
    IDENTITY,
    PHOTO,
    VECTOR;

    /** Whether the vector is a face's embedding, so that pictures can be compared with it. */
    boolean embedding() {
      return this == IDENTITY || this == PHOTO;
    }
  }
}
