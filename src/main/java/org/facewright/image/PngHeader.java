package org.facewright.image;

import java.util.zip.CRC32;
import org.facewright.image.ImageException.Reason;

/** Walks the chunks of a PNG and checks their sums (W3C PNG, section 5). */
final class PngHeader {
  private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};

  private PngHeader() {}

  static ImageHeader read(ByteCursor in, ImageLimits limits) throws ImageException {
    in.moveTo(8);
    if (in.u32() != 13 || !in.ascii(4).equals("IHDR")) {
      throw new ImageException(Reason.CORRUPT, "this PNG does not begin with its header");
    }
    long width = in.u32();
    long height = in.u32();
    limits.requirePixels(width, height);
    in.u8();
    int colour = in.u8();
    if (colour >= CHANNELS.length || CHANNELS[colour] == 0) {
      throw new ImageException(Reason.CORRUPT, "this PNG has the unknown colour type " + colour);
    }
    return readChunks(in, (int) width, (int) height, CHANNELS[colour]);
  }

  private static ImageHeader readChunks(ByteCursor in, int width, int height, int channels)
      throws ImageException {
    Orientation orientation = Orientation.UPRIGHT;
    boolean animated = false;
    boolean pixels = false;
    String type = "";
    in.moveTo(8);
    while (!type.equals("IEND")) {
      long length = in.u32();
      int start = in.position();
      type = in.ascii(4);
      if (type.equals("eXIf")) {
        orientation = Orientation.ofExif(in.copy((int) Math.min(length, in.remaining())));
      }
      animated |= type.equals("acTL");
      pixels |= type.equals("IDAT");
      in.skip(length);
      requireSum(in, start);
    }
    if (!pixels) {
      throw new ImageException(Reason.CORRUPT, "this PNG holds no pixels");
    }
    return new ImageHeader(ImageFormat.PNG, width, height, channels, orientation, animated, false);
  }

  private static void requireSum(ByteCursor in, int start) throws ImageException {
    CRC32 sum = new CRC32();
    sum.update(in.bytes(), start, in.position() - start);
    if (in.u32() != sum.getValue()) {
      throw new ImageException(Reason.CORRUPT, "a part of this PNG has a wrong check sum");
    }
  }
}
