package org.facewright.generation.diffusion.latent;

import org.facewright.image.RgbImage;

/** From what a decoder says, -1..1 in three planes, to bytes. */
public final class Pixels {
  private Pixels() {}

  /** Halves round to even, as everywhere in that world. */
  public static byte toByte(float decoded) {
    float share = Math.clamp(decoded * 0.5f + 0.5f, 0f, 1f);
    return (byte) (int) Math.rint(share * 255f);
  }

  /** A picture of three planes of the same size, red first. */
  public static RgbImage picture(float[] planes, int width, int height) {
    int area = width * height;
    byte[] rgb = new byte[3 * area];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < area; i++) {
        rgb[3 * i + c] = toByte(planes[c * area + i]);
      }
    }
    return new RgbImage(width, height, rgb);
  }

  /** Whether all of them are numbers. */
  public static boolean finite(float[] planes) {
    for (float value : planes) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but black would be seen. */
  public static boolean black(RgbImage picture) {
    for (byte value : picture.rgb()) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }
}
