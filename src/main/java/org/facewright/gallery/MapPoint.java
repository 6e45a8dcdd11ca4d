package org.facewright.gallery;

import org.facewright.project.ImageState;

/**
 * A point of a map with what it stands for.
 *
 * @param identity id of the identity, 0 if it is gone from the project
 * @param image id of the image, 0 for an identity's centre
 * @param label of the identity, or name of the image
 * @param state of the image; for an identity: ambiguous if an image waits, rejected if some are
 *     rejected, kept if all are kept
 * @param source where it comes from, in words
 * @param group number of the group of alike points, -1 alone
 */
public record MapPoint(
    long identity, long image, String label, ImageState state, String source, int group) {
  FaceKey face() {
    return image > 0 ? FaceKey.image(image) : FaceKey.of(identity, 0);
  }
}
