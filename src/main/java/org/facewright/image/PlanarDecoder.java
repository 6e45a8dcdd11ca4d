package org.facewright.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.facewright.vector.JpegKernels;
import org.jspecify.annotations.Nullable;

/**
 * Decodes pictures for those who read thousands into a network: usual small JPEGs take well under
 * half of the time of {@link ImageDecoder}, to the same pixels, once a few hundred have been read;
 * until then several times as much. All others are left to it. Thread-safe.
 */
public final class PlanarDecoder {
  private static final int CMYK = 4;

  /** Larger pictures gain little and would keep much memory. */
  private static final int FAST_PIXELS = 1 << 20;

  private final ImageDecoder thorough = new ImageDecoder();

  /** Each for one thread at a time; null where they cannot be used. */
  private final @Nullable Queue<BaselineJpeg> fast =
      JpegKernels.available() ? new ConcurrentLinkedQueue<>() : null;

  /** Reads a file, unless it is too long to be a picture. */
  public PlanarImage decode(Path file) throws ImageException, IOException {
    return decode(thorough.read(file));
  }

  /** Decodes a picture in its full size. */
  public PlanarImage decode(byte[] bytes) throws ImageException {
    Optional<PlanarImage> usual = fast == null ? Optional.empty() : usual(bytes, fast);
    return usual.isPresent() ? usual.get() : PlanarImage.of(thorough.decode(bytes));
  }

  private Optional<PlanarImage> usual(byte[] bytes, Queue<BaselineJpeg> free)
      throws ImageException {
    ImageHeader header = thorough.header(bytes);
    if (header.format() != ImageFormat.JPEG
        || header.channels() == CMYK
        || header.orientation() != Orientation.UPRIGHT
        || header.pixels() > FAST_PIXELS) {
      return Optional.empty();
    }
    BaselineJpeg decoder = Objects.requireNonNullElseGet(free.poll(), BaselineJpeg::new);
    Optional<PlanarImage> picture = decoder.decode(bytes);
    free.add(decoder);
    return picture;
  }
}
