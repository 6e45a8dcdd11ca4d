package org.facewright.image;

import org.facewright.image.ImageException.Reason;

/** Walks the blocks of a GIF to the end of its first frame (GIF89a specification). */
final class GifHeader {
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3b;

  private GifHeader() {}

  static ImageHeader read(ByteCursor in, ImageLimits limits) throws ImageException {
    in.moveTo(6);
    limits.requirePixels(in.u16le(), in.u16le());
    int flags = in.u8();
    in.skip(2L + colours(flags));
    skipExtensions(in);
    in.skip(4);
    int width = in.u16le();
    int height = in.u16le();
    limits.requirePixels(width, height);
    in.skip(colours(in.u8()));
    in.skip(1);
    skipBlocks(in);
    boolean animated = in.remaining() > 0 && hasAnotherFrame(in);
    return new ImageHeader(ImageFormat.GIF, width, height, 3, Orientation.UPRIGHT, animated, false);
  }

  private static int colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static void skipExtensions(ByteCursor in) throws ImageException {
    int block = in.u8();
    while (block == EXTENSION) {
      in.skip(1);
      skipBlocks(in);
      block = in.u8();
    }
    if (block != IMAGE) {
      throw new ImageException(Reason.CORRUPT, "this GIF holds no picture");
    }
  }

  private static void skipBlocks(ByteCursor in) throws ImageException {
    for (int length = in.u8(); length != 0; length = in.u8()) {
      in.skip(length);
    }
  }

  private static boolean hasAnotherFrame(ByteCursor in) {
    try {
      int block = in.u8();
      while (block == EXTENSION) {
        in.skip(1);
        skipBlocks(in);
        block = in.u8();
      }
      return block != TRAILER;
    } catch (ImageException e) {
      return false; // The first frame is whole; what follows it is not read anyway.
    }
  }
}
