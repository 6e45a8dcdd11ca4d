package org.facewright.image;

import org.facewright.image.ImageException.Reason;

/**
 * How large a picture may be.
 *
 * @param pixels of one frame, at least 1
 * @param bytes of the encoded file, at least 1
 */
public record ImageLimits(long pixels, long bytes) {
  /** 50 million pixels, 100 million bytes. */
  public static final ImageLimits DEFAULT = new ImageLimits(50_000_000, 100_000_000);

  public ImageLimits {
    if (pixels < 1 || bytes < 1) {
      throw new IllegalArgumentException("limits of " + pixels + " pixels, " + bytes + " bytes");
    }
  }

  void requirePixels(long width, long height) throws ImageException {
    if (width < 1 || height < 1) {
      throw new ImageException(
          Reason.CORRUPT, "its header says " + width + " x " + height + " pixels");
    }
    if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || width * height > pixels) {
      throw new ImageException(
          Reason.TOO_MANY_PIXELS,
          "its %d x %d pixels are more than the limit of %,d".formatted(width, height, pixels));
    }
  }

  void requireBytes(long length) throws ImageException {
    if (length > bytes) {
      throw new ImageException(
          Reason.TOO_MANY_BYTES,
          "its %,d bytes are more than the limit of %,d".formatted(length, bytes));
    }
  }
}
