package org.facewright.image;

/**
 * A decoded picture as networks take it: 8-bit, all of red, then green, then blue, each row by row
 * from the top left. Immutable by convention, as {@link RgbImage} is.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param planes [3][height][width], each 0..255 unsigned
 */
@SuppressWarnings("ArrayRecordComponent") // As for RgbImage.
public record PlanarImage(int width, int height, byte[] planes) {
  public PlanarImage {
    if (width < 1 || height < 1 || planes.length != 3L * width * height) {
      throw new IllegalArgumentException(
          planes.length + " bytes for three planes of " + width + " x " + height + " pixels");
    }
  }

  /** The same picture, taken apart. */
  public static PlanarImage of(RgbImage picture) {
    byte[] rgb = picture.rgb();
    byte[] planes = new byte[rgb.length];
    int plane = planes.length / 3;
    for (int at = 0, from = 0; at < plane; at++, from += 3) {
      planes[at] = rgb[from];
      planes[at + plane] = rgb[from + 1];
      planes[at + 2 * plane] = rgb[from + 2];
    }
    return new PlanarImage(picture.width(), picture.height(), planes);
  }

  /** The same picture, put together. */
  public RgbImage interleaved() {
    byte[] rgb = new byte[planes.length];
    int plane = planes.length / 3;
    for (int at = 0, to = 0; at < plane; at++, to += 3) {
      rgb[to] = planes[at];
      rgb[to + 1] = planes[at + plane];
      rgb[to + 2] = planes[at + 2 * plane];
    }
    return new RgbImage(width, height, rgb);
  }
}
