package org.facewright.image;

import java.util.Arrays;
import org.facewright.image.ImageException.Reason;

/** Walks the chunks of a WebP (RFC 9649). */
final class WebpHeader {
  private static final int ANIMATION = 0x02;
  private static final int ALPHA = 0x10;
  private static final int LOSSLESS_SIGNATURE = 0x2f;
  private static final int SIDE_14_BITS = 0x3fff;

  private final ByteCursor in;
  private final ImageLimits limits;
  private int width;
  private int height;
  private int channels = 3;
  private boolean animated;
  private boolean pixels;
  private Orientation orientation = Orientation.UPRIGHT;

  private WebpHeader(ByteCursor in, ImageLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  static ImageHeader read(ByteCursor in, ImageLimits limits) throws ImageException {
    return new WebpHeader(in, limits).read();
  }

  private ImageHeader read() throws ImageException {
    in.moveTo(4);
    long end = in.u32le() + 8;
    in.moveTo(12);
    while (in.position() + 8 <= end && (in.remaining() > 0 || !pixels)) {
      String type = in.ascii(4);
      long length = in.u32le();
      long next = in.position() + length;
      readChunk(type, (int) Math.min(length, in.remaining()));
      in.moveTo(next);
      if ((length & 1) == 1 && in.remaining() > 0) {
        in.skip(1);
      }
    }
    if (!pixels) {
      throw new ImageException(Reason.CORRUPT, "this WebP holds no picture");
    }
    if (end > in.length() + 1L) {
      throw ByteCursor.truncated();
    }
    return new ImageHeader(ImageFormat.WEBP, width, height, channels, orientation, animated, false);
  }

  private void readChunk(String type, int available) throws ImageException {
    switch (type) {
      case "VP8X" -> readExtended();
      case "VP8 " -> readLossy();
      case "VP8L" -> readLossless();
      case "ANMF" -> pixels = true;
      case "EXIF" -> orientation = Orientation.ofExif(withoutPreamble(in.copy(available)));
      default -> {}
    }
  }

  /** Some writers put JPEG's "Exif\0\0" before the TIFF header. */
  private static byte[] withoutPreamble(byte[] exif) {
    boolean preamble = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
    return preamble ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
  }

  private void readExtended() throws ImageException {
    int flags = in.u8();
    in.skip(3);
    animated = (flags & ANIMATION) != 0;
    channels = (flags & ALPHA) != 0 ? 4 : 3;
    setSize(in.u24le() + 1, in.u24le() + 1);
  }

  private void readLossy() throws ImageException {
    in.skip(3);
    if (in.u8() != 0x9d || in.u8() != 0x01 || in.u8() != 0x2a) {
      throw new ImageException(Reason.CORRUPT, "this WebP does not begin with a key frame");
    }
    setSize(in.u16le() & SIDE_14_BITS, in.u16le() & SIDE_14_BITS);
    pixels = true;
  }

  private void readLossless() throws ImageException {
    if (in.u8() != LOSSLESS_SIGNATURE) {
      throw new ImageException(Reason.CORRUPT, "this WebP has a wrong lossless header");
    }
    long bits = in.u32le();
    setSize((int) (bits & SIDE_14_BITS) + 1, (int) (bits >> 14 & SIDE_14_BITS) + 1);
    channels = (bits >> 28 & 1) == 1 ? 4 : channels;
    pixels = true;
  }

  private void setSize(int newWidth, int newHeight) throws ImageException {
    limits.requirePixels(newWidth, newHeight);
    if (width == 0) {
      width = newWidth;
      height = newHeight;
    }
  }
}
