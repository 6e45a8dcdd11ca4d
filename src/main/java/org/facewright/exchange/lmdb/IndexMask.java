package org.facewright.exchange.lmdb;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyReader;

/**
 * A .npy file of positions, read a few thousand at a time. Checked once as a whole, so that a mask
 * of another dataset is refused before the first face. One thread.
 */
final class IndexMask implements AutoCloseable {
  private static final int CHUNK = 8192;

  private final Path file;
  private final NpyReader reader;
  private long[] chunk = new long[0];
  private int at;

  /**
   * @param entries positions must be 0 or more and below this
   */
  IndexMask(Path file, long entries) throws DatasetException {
    this.file = file;
    check(file, entries);
    this.reader = open(file);
  }

  private static NpyReader open(Path file) throws DatasetException {
    try {
      return Npy.open(file);
    } catch (IOException bad) {
      throw refused(file, String.valueOf(bad.getMessage()));
    }
  }

  private static DatasetException refused(Path file, String reason) {
    return new DatasetException(
        file.toString(), -1, reason, "give the mask that belongs to this dataset");
  }

  private static void check(Path file, long entries) throws DatasetException {
    try (NpyReader reader = open(file)) {
      boolean whole =
          switch (reader.header().type()) {
            case INT64, INT32 -> reader.header().shape().length == 1;
            case FLOAT32, FLOAT64, FLOAT16, UINT8, BOOL -> false;
          };
      if (!whole) {
        throw refused(file, "a mask is one row of whole numbers (int64)");
      }
      while (reader.rowsLeft() > 0) {
        for (long position : reader.longs((int) Math.min(CHUNK, reader.rowsLeft()))) {
          if (position < 0 || position >= entries) {
            throw refused(file, "position " + position + " where the dataset has " + entries);
          }
        }
      }
    } catch (IOException bad) {
      throw refused(file, String.valueOf(bad.getMessage()));
    }
  }

  long size() {
    return reader.header().rows();
  }

  void skip(long count) throws DatasetException {
    long buffered = Math.min(count, chunk.length - at);
    at += (int) buffered;
    try {
      reader.skipRows(Math.min(count - buffered, reader.rowsLeft()));
    } catch (IOException bad) {
      throw refused(file, String.valueOf(bad.getMessage()));
    }
  }

  /** The next position, or -1 after the last. */
  long next() throws DatasetException {
    if (at == chunk.length) {
      if (reader.rowsLeft() == 0) {
        return -1;
      }
      try {
        chunk = reader.longs((int) Math.min(CHUNK, reader.rowsLeft()));
      } catch (IOException bad) {
        throw refused(file, String.valueOf(bad.getMessage()));
      }
      at = 0;
    }
    return chunk[at++];
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException closing) {
      // only read from: nothing is lost
    }
  }
}
