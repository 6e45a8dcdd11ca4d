package org.facewright.image;

import org.facewright.image.ImageException.Reason;

/** How a stored picture is to be turned to stand upright: the eight EXIF orientations. */
public enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  TURN_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  TURN_LEFT(true, false, true);

  private static final int TAG = 0x0112;

  private final boolean swapped;
  private final boolean mirrored;
  private final boolean flipped;

  Orientation(boolean swapped, boolean mirrored, boolean flipped) {
    this.swapped = swapped;
    this.mirrored = mirrored;
    this.flipped = flipped;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return swapped;
  }

  /** The picture as it should be seen; the same object when it stands already. */
  public RgbImage apply(RgbImage stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int width = swapped ? stored.height() : stored.width();
    int height = swapped ? stored.width() : stored.height();
    byte[] from = stored.rgb();
    byte[] to = new byte[from.length];
    int target = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int u = mirrored ? width - 1 - x : x;
        int v = flipped ? height - 1 - y : y;
        int source = (swapped ? u * stored.width() + v : v * stored.width() + u) * 3;
        to[target++] = from[source];
        to[target++] = from[source + 1];
        to[target++] = from[source + 2];
      }
    }
    return new RgbImage(width, height, to);
  }

  /** Reads the tag out of an EXIF block that begins with its TIFF header; UPRIGHT if not there. */
  static Orientation ofExif(byte[] tiff) {
    try {
      return read(new ByteCursor(tiff));
    } catch (ImageException e) {
      return UPRIGHT; // Broken camera notes do not make a picture unreadable.
    }
  }

  private static Orientation read(ByteCursor in) throws ImageException {
    boolean little = in.u16() == 0x4949;
    if (u16(in, little) != 42) {
      throw new ImageException(Reason.CORRUPT, "its EXIF block is broken");
    }
    in.moveTo(u32(in, little));
    int entries = u16(in, little);
    for (int i = 0; i < entries; i++) {
      int tag = u16(in, little);
      in.skip(6);
      int value = u16(in, little);
      in.skip(2);
      if (tag == TAG && value >= 1 && value <= 8) {
        return values()[value - 1];
      }
    }
    return UPRIGHT;
  }

  private static int u16(ByteCursor in, boolean little) throws ImageException {
    return little ? in.u16le() : in.u16();
  }

  private static long u32(ByteCursor in, boolean little) throws ImageException {
    return little ? in.u32le() : in.u32();
  }
}
