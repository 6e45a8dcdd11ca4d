package org.facewright.generation.render;

/**
 * Which part of the view a picture shows.
 *
 * @param size of the square picture in pixels
 * @param aligned whether the five points lie on the ArcFace template, or the camera's framing holds
 * @param samples per pixel across and down
 */
public record Framing(int size, boolean aligned, int samples) {
  /** A face's height, chin to hairline, that {@link Shot.Camera#framing} speaks of. */
  private static final float FACE_CM = 20;

  public Framing {
    if (size < 16 || size > 2048 || samples < 1 || samples > 4) {
      throw new IllegalArgumentException(
          "a picture of " + size + " pixels with " + samples + " samples");
    }
  }

  /** Aligned as face recognition wants it, 2 x 2 samples a pixel. */
  public static Framing aligned(int size) {
    return new Framing(size, true, 2);
  }

  /** The whole picture, 2 x 2 samples a pixel. */
  public static Framing whole(int size) {
    return new Framing(size, false, 2);
  }

  /** Where the picture lies in the view's plane, in pixels. */
  Similarity plane(Shot.Camera camera, View flat, float[] head) {
    if (aligned) {
      float[] five = flat.toPicture(flat.toCamera(Landmarks.fivePoints(head)));
      float[] xy = new float[10];
      for (int i = 0; i < 5; i++) {
        xy[i * 2] = five[i * 3];
        xy[i * 2 + 1] = five[i * 3 + 1];
      }
      return Similarity.toTemplate(xy, size);
    }
    float scale = size * camera.framing() / FACE_CM;
    return new Similarity(
        scale,
        0,
        size * (0.5f + camera.offsetX()),
        size * (0.5f + camera.offsetY()) + 1.5f * scale);
  }
}
