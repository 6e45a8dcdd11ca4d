package org.facewright.training.data;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.facewright.image.PlanarImage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decoded pictures as far as there is room: from the second epoch on, a set that fits costs
 * no decoding, which a small network would have to wait for. Safe for several threads as far as
 * what it reads from is.
 */
public final class KeptPictures implements PictureSource {
  private final PictureSource source;
  private final AtomicReferenceArray<@Nullable PlanarImage> kept;
  private final AtomicLong room;

  /**
   * @param size how many pictures there are
   * @param room bytes of pixels that may be kept
   */
  public KeptPictures(PictureSource source, int size, long room) {
    this.source = source;
    this.kept = new AtomicReferenceArray<>(size);
    this.room = new AtomicLong(room);
  }

  /** With a third of the memory that Java may use. */
  public static KeptPictures of(PictureSource source, int size) {
    return new KeptPictures(source, size, Runtime.getRuntime().maxMemory() / 3);
  }

  @Override
  public PlanarImage read(int number) throws IOException {
    PlanarImage known = kept.get(number);
    if (known != null) {
      return known;
    }
    PlanarImage read = source.read(number);
    int bytes = read.planes().length;
    if (room.addAndGet(-bytes) < 0) {
      room.addAndGet(bytes);
    } else if (!kept.compareAndSet(number, null, read)) {
      room.addAndGet(bytes); // Another thread was first.
    }
    return read;
  }
}
