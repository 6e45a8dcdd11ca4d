package org.facewright.generation.diffusion.instantid;

import org.facewright.generation.diffusion.PictureRequest;
import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.facewright.image.RgbImage;

/**
 * Another picture of a person.
 *
 * @param picture prompt, seed, size and sampling of the new picture
 * @param embedding of the person's face, 512 numbers as the recogniser gives them, <em>not</em>
 *     normalised
 * @param keyPoints where the face is to be, in the size of the new picture
 * @param scales how strongly both count
 */
@SuppressWarnings("ArrayRecordComponent") // An embedding: compared by nobody.
public record IdentityRequest(
    PictureRequest picture, float[] embedding, RgbImage keyPoints, IdentityScales scales) {
  /** Refuses what cannot be drawn. */
  public void requireMeetable() throws DiffusionException {
    picture.requireMeetable();
    int width = picture.settings().width();
    int height = picture.settings().height();
    if (keyPoints.width() != width || keyPoints.height() != height) {
      throw new DiffusionException(
          Problem.BAD_REQUEST,
          null,
          "The key-point picture is %d x %d and the new picture %d x %d: draw it in that size."
              .formatted(keyPoints.width(), keyPoints.height(), width, height));
    }
  }

  /** The key-point picture as a network takes it: three planes, 0..1. */
  float[] planes() {
    byte[] rgb = keyPoints.rgb();
    int area = rgb.length / 3;
    float[] planes = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      planes[i % 3 * area + i / 3] = (rgb[i] & 0xff) / 255f;
    }
    return planes;
  }
}
