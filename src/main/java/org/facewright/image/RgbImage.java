package org.facewright.image;

/**
 * A decoded picture: 8-bit RGB, interleaved, row by row from the top left.
 *
 * <p>Immutable by convention: whoever hands over {@code rgb} no longer writes to it. Safe to share
 * between threads on that condition.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb {@code width * height * 3} bytes, red first, each 0..255 unsigned
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Pixels are compared by nobody; a copy per call would cost.
public record RgbImage(int width, int height, byte[] rgb) {
  public RgbImage {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
    if (rgb.length != (long) width * height * 3) {
      throw new IllegalArgumentException(
          rgb.length + " bytes for " + width + " x " + height + " RGB pixels");
    }
  }

  /** A black picture of this size, to be filled by the caller before it is shared. */
  public static RgbImage black(int width, int height) {
    return new RgbImage(
        width, height, new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)]);
  }

  /** The channel {@code c} (0 red, 1 green, 2 blue) at a pixel, 0..255. */
  public int at(int x, int y, int c) {
    return rgb[(y * width + x) * 3 + c] & 0xff;
  }
}
