package org.facewright.gallery;

/**
 * Names a face for the walls: an image by its id, or the n-th face of an identity, found only when
 * its tile comes into sight.
 *
 * @param identity the identity's id, 0 when the image is named
 * @param nth below {@link #STRIP}, best faces first
 * @param image the image's id, 0 when the identity is named
 */
public record FaceKey(long identity, int nth, long image) {
  /** Faces of an identity that have such names. */
  public static final int STRIP = 16;

  public static FaceKey image(long id) {
    return new FaceKey(0, 0, id);
  }

  public static FaceKey of(long identity, int nth) {
    return new FaceKey(identity, nth, 0);
  }
}
