package org.facewright.image;

import org.facewright.image.ImageException.Reason;

/**
 * What a picture says of itself before any pixel is decoded.
 *
 * @param format by content
 * @param width as stored, in pixels, at least 1
 * @param height as stored, in pixels, at least 1
 * @param channels as stored; 4 in a JPEG means CMYK or YCCK
 * @param orientation as stored in EXIF; UPRIGHT where nothing is said
 * @param animated whether it holds more than one frame
 * @param progressive whether a JPEG comes in passes, each finer than the one before
 */
public record ImageHeader(
    ImageFormat format,
    int width,
    int height,
    int channels,
    Orientation orientation,
    boolean animated,
    boolean progressive) {

  /** Pixels of one frame. */
  public long pixels() {
    return (long) width * height;
  }

  /**
   * Reads the header, refuses a picture that says it is too large, and then walks the blocks of
   * formats that have them to see whether they are all there.
   *
   * @throws ImageException when it is no picture, a broken one, or one of a variant not read
   */
  public static ImageHeader read(byte[] bytes, ImageLimits limits) throws ImageException {
    limits.requireBytes(bytes.length);
    if (bytes.length == 0) {
      throw new ImageException(Reason.EMPTY, "the file is empty");
    }
    ImageFormat format =
        ImageFormat.of(bytes)
            .orElseThrow(
                () ->
                    new ImageException(
                        Reason.UNKNOWN_FORMAT, "this is no JPEG, PNG, WebP, BMP or GIF picture"));
    ByteCursor in = new ByteCursor(bytes);
    return switch (format) {
      case JPEG -> new JpegHeader(in, limits).read();
      case PNG -> PngHeader.read(in, limits);
      case WEBP -> WebpHeader.read(in, limits);
      case BMP -> BmpHeader.read(in, limits);
      case GIF -> GifHeader.read(in, limits);
    };
  }
}
