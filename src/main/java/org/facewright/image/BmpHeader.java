package org.facewright.image;

import org.facewright.image.ImageException.Reason;

/** Reads the headers of a Windows bitmap and whether all of its pixels are there. */
final class BmpHeader {
  private static final int OS2_HEADER = 12;
  private static final int RGB = 0;
  private static final int BIT_FIELDS = 3;
  private static final int JPEG_INSIDE = 4;

  private BmpHeader() {}

  static ImageHeader read(ByteCursor in, ImageLimits limits) throws ImageException {
    in.moveTo(10);
    long pixelsAt = in.u32le();
    long headerSize = in.u32le();
    boolean os2 = headerSize == OS2_HEADER;
    long width = os2 ? in.u16le() : (int) in.u32le();
    long height = Math.abs(os2 ? in.u16le() : (long) (int) in.u32le());
    limits.requirePixels(width, height);
    in.skip(2);
    int bits = in.u16le();
    long compression = os2 ? RGB : in.u32le();
    if (compression >= JPEG_INSIDE) {
      throw new ImageException(
          Reason.UNSUPPORTED, "it is a bitmap with another picture inside, which is not read");
    }
    if (compression == RGB || compression == BIT_FIELDS) {
      long row = (width * bits + 31) / 32 * 4;
      if (pixelsAt + row * height > in.length()) {
        throw ByteCursor.truncated();
      }
    }
    return new ImageHeader(
        ImageFormat.BMP, (int) width, (int) height, 3, Orientation.UPRIGHT, false, false);
  }
}
