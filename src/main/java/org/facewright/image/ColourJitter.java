package org.facewright.image;

/**
 * Changes of colour as torchvision defines them for 8-bit pictures. Every factor of 1, and a hue
 * shift of 0, gives the same pixels back.
 */
public final class ColourJitter {
  private static final double RED = 0.299;
  private static final double GREEN = 0.587;
  private static final double BLUE = 0.114;
  private static final double FULL = 255;
  private static final int SECTORS = 6;

  private ColourJitter() {}

  /** Every channel times a factor, at least 0. */
  public static RgbImage brightness(RgbImage image, double factor) {
    return blend(image, factor, (pixels, at) -> 0);
  }

  /** Away from the mean grey of the picture by a factor. */
  public static RgbImage contrast(RgbImage image, double factor) {
    byte[] rgb = image.rgb();
    double sum = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      sum += grey(rgb, i);
    }
    double mean = Math.round(sum / (rgb.length / 3.0));
    return blend(image, factor, (pixels, at) -> mean);
  }

  /** Away from each pixel's own grey by a factor; 0 is a grey picture. */
  public static RgbImage saturation(RgbImage image, double factor) {
    return blend(image, factor, (pixels, at) -> grey(pixels, at));
  }

  /** Each pixel's grey in all channels. */
  public static RgbImage greyscale(RgbImage image) {
    return saturation(image, 0);
  }

  /**
   * Turns the hue.
   *
   * @param turn share of the colour circle, -0.5 to 0.5
   */
  public static RgbImage hue(RgbImage image, double turn) {
    byte[] from = image.rgb();
    byte[] to = new byte[from.length];
    for (int i = 0; i < from.length; i += 3) {
      turn(from, to, i, turn);
    }
    return new RgbImage(image.width(), image.height(), to);
  }

  private interface Anchor {
    double of(byte[] rgb, int at);
  }

  private static RgbImage blend(RgbImage image, double factor, Anchor anchor) {
    byte[] from = image.rgb();
    byte[] to = new byte[from.length];
    for (int i = 0; i < from.length; i += 3) {
      double base = (1 - factor) * anchor.of(from, i);
      for (int c = 0; c < 3; c++) {
        to[i + c] = rounded(base + factor * (from[i + c] & 0xff));
      }
    }
    return new RgbImage(image.width(), image.height(), to);
  }

  /** Luma of ITU-R 601, rounded, as 8-bit grey pictures hold it. */
  private static double grey(byte[] rgb, int at) {
    return Math.round(
        RED * (rgb[at] & 0xff) + GREEN * (rgb[at + 1] & 0xff) + BLUE * (rgb[at + 2] & 0xff));
  }

  private static byte rounded(double value) {
    return (byte) Math.round(Math.clamp(value, 0, FULL));
  }

  private static void turn(byte[] from, byte[] to, int at, double turn) {
    double red = (from[at] & 0xff) / FULL;
    double green = (from[at + 1] & 0xff) / FULL;
    double blue = (from[at + 2] & 0xff) / FULL;
    double value = Math.max(red, Math.max(green, blue));
    double range = value - Math.min(red, Math.min(green, blue));
    double sector = 0;
    if (range > 0) {
      sector =
          value == red
              ? (green - blue) / range
              : value == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
    }
    double hue = SECTORS * (sector / SECTORS + turn - Math.floor(sector / SECTORS + turn));
    for (int c = 0; c < 3; c++) {
      // Smith 1978 in the form without branches: offsets 5, 3, 1 for red, green, blue.
      double k = (5 - 2 * c + hue) % SECTORS;
      double share = Math.clamp(Math.min(k, 4 - k), 0, 1);
      to[at + c] = rounded(FULL * (value - range * share));
    }
  }
}
