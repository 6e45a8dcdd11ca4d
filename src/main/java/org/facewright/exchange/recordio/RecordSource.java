package org.facewright.exchange.recordio;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the records of a file are: by its index, or by scanning. One thread at a time. */
sealed interface RecordSource extends AutoCloseable {
  /**
   * A place where a record should be.
   *
   * @param key from the index, or -1
   * @param frame the record, or null if what lies there is none
   */
  record Spot(long key, long offset, @Nullable RecordFrame frame) {}

  /** The next place, or null after the last. */
  @Nullable Spot next() throws IOException;

  /** Number of spots, or -1 if unknown. */
  long size();

  @Override
  default void close() {}

  /** Follows train.idx, which has been checked to be whole. */
  final class Indexed implements RecordSource {
    private final MemorySegment file;
    private final RecordIndex index;
    private final long lines;

    Indexed(MemorySegment file, Path idx, long lines) throws IOException {
      this.file = file;
      this.index = RecordIndex.open(idx);
      this.lines = lines;
    }

    @Override
    public @Nullable Spot next() throws IOException {
      RecordIndex.Line line = index.next();
      return line == null
          ? null
          : new Spot(line.key(), line.offset(), RecordFrame.at(file, line.offset()));
    }

    @Override
    public long size() {
      return lines;
    }

    @Override
    public void close() {
      try {
        index.close();
      } catch (IOException closing) {
        // only read from: nothing is lost
      }
    }
  }

  /** Goes from record to record; after damage, to the next place where records follow again. */
  final class Scanned implements RecordSource {
    private final MemorySegment file;
    private long position;

    Scanned(MemorySegment file) {
      this.file = file;
    }

    @Override
    public @Nullable Spot next() {
      if (position >= file.byteSize()) {
        return null;
      }
      long at = position;
      RecordFrame frame = RecordFrame.at(file, at);
      position = frame == null ? resume(at + Integer.BYTES) : frame.next();
      return new Spot(-1, at, frame);
    }

    /** A magic alone may be part of a picture: it must lead to another record or to the end. */
    private long resume(long from) {
      for (long at = from; at <= file.byteSize() - RecordFrame.HEAD; at += Integer.BYTES) {
        if (file.get(RecordFrame.U4, at) == RecordFrame.MAGIC) {
          RecordFrame frame = RecordFrame.at(file, at);
          if (frame != null
              && (frame.next() == file.byteSize() || RecordFrame.at(file, frame.next()) != null)) {
            return at;
          }
        }
      }
      return file.byteSize();
    }

    @Override
    public long size() {
      return -1;
    }
  }
}
