package org.facewright.generation.vec2face;

import java.util.ArrayList;
import java.util.List;
import org.facewright.image.RgbImage;
import org.facewright.network.architecture.Vec2FaceGenerator;

/** Networks' planar pictures [B, 3, 112, 112], -1 to 1, and 8-bit pictures. Stateless. */
public final class PlanarPictures {
  private static final int SIDE = Vec2FaceGenerator.SIDE;
  private static final int PLANE = SIDE * SIDE;
  private static final float HALF = 127.5f;

  private PlanarPictures() {}

  /** Values outside -1 to 1 are clipped; the rest is rounded to the nearest of 256 steps. */
  public static List<RgbImage> toImages(float[] planar, int count) {
    List<RgbImage> images = new ArrayList<>(count);
    for (int image = 0; image < count; image++) {
      byte[] rgb = new byte[3 * PLANE];
      int start = image * 3 * PLANE;
      for (int i = 0, at = 0; i < PLANE; i++) {
        rgb[at++] = step(planar[start + i]);
        rgb[at++] = step(planar[start + PLANE + i]);
        rgb[at++] = step(planar[start + 2 * PLANE + i]);
      }
      images.add(new RgbImage(SIDE, SIDE, rgb));
    }
    return images;
  }

  private static byte step(float value) {
    float clipped = Math.clamp(value, -1f, 1f);
    return (byte) (int) (clipped * HALF + HALF + 0.5f);
  }

  /** A picture's bytes, plane by plane, into an array. */
  public static void planes(RgbImage picture, byte[] target, int offset) {
    byte[] rgb = picture.rgb();
    int plane = rgb.length / 3;
    for (int i = 0, at = 0; i < plane; i++) {
      target[offset + i] = rgb[at++];
      target[offset + plane + i] = rgb[at++];
      target[offset + 2 * plane + i] = rgb[at++];
    }
  }
}
