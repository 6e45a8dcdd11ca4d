package org.facewright.project;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of one image by a decision.
 *
 * @param identity the label of the identity it moves to, null to stay; a new label makes a new
 *     identity
 */
public record Ruling(long imageId, ImageState state, @Nullable String identity) {
  public static Ruling of(long imageId, ImageState state) {
    return new Ruling(imageId, state, null);
  }
}
