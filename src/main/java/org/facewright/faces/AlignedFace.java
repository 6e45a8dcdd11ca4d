package org.facewright.faces;

import org.facewright.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * A face, 112 x 112, aligned to the ArcFace template.
 *
 * @param crop the picture
 * @param found where it was in its picture, or null when the picture was taken as it is
 */
public record AlignedFace(RgbImage crop, @Nullable Found found) {
  /** Side of an aligned face in pixels. */
  public static final int SIDE = 112;

  /**
   * Where and how surely a face was found.
   *
   * @param box around it
   * @param score of the detector, 0..1
   * @param points by which it was aligned
   */
  public record Found(Box box, float score, FivePoints points) {}
}
