package org.facewright.image;

import org.facewright.image.ImageException.Reason;
import org.jspecify.annotations.Nullable;

/** Walks the segments of a JPEG up to its first scan (ITU T.81, annex B). */
final class JpegHeader {
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int APP1 = 0xe1;
  private static final int PROGRESSIVE_FRAME = 0xc2;
  private static final String EXIF = "Exif\0\0";

  private final ByteCursor in;
  private final ImageLimits limits;
  private Orientation orientation = Orientation.UPRIGHT;
  private @Nullable ImageHeader frame;

  JpegHeader(ByteCursor in, ImageLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  ImageHeader read() throws ImageException {
    in.skip(2);
    int marker = nextMarker();
    while (marker != START_OF_SCAN) {
      if (marker == END_OF_IMAGE) {
        throw new ImageException(Reason.CORRUPT, "this JPEG holds no picture");
      }
      readSegment(marker);
      marker = nextMarker();
    }
    ImageHeader found = frame;
    if (found == null) {
      throw new ImageException(Reason.CORRUPT, "this JPEG has a scan without a frame header");
    }
    return new ImageHeader(
        ImageFormat.JPEG,
        found.width(),
        found.height(),
        found.channels(),
        orientation,
        false,
        found.progressive());
  }

  private int nextMarker() throws ImageException {
    while (in.u8() != 0xff) {
      // Bytes between segments do not belong there, and decoders skip them.
    }
    int marker = in.u8();
    while (marker == 0xff) {
      marker = in.u8();
    }
    return marker;
  }

  private void readSegment(int marker) throws ImageException {
    if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd7)) {
      return; // Markers without a segment.
    }
    int length = in.u16();
    long end = in.position() + length - 2L;
    if (isFrame(marker)) {
      readFrame(marker == PROGRESSIVE_FRAME);
    } else if (marker == APP1 && length > 8 && in.ascii(6).equals(EXIF)) {
      orientation = Orientation.ofExif(in.copy((int) (end - in.position())));
    }
    in.moveTo(end);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private void readFrame(boolean progressive) throws ImageException {
    int bits = in.u8();
    int height = in.u16();
    int width = in.u16();
    int channels = in.u8();
    limits.requirePixels(width, height);
    if (bits != 8) {
      throw new ImageException(
          Reason.UNSUPPORTED, "it is a JPEG of " + bits + " bits a channel; only 8 are read");
    }
    frame =
        new ImageHeader(
            ImageFormat.JPEG, width, height, channels, Orientation.UPRIGHT, false, progressive);
  }
}
