package org.facewright.exchange.recordio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a train.idx file, {@code key TAB offset}, read one by one: a large set has seventeen
 * million. One thread.
 */
final class RecordIndex implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LINE = 64;

  /** One line. */
  record Line(long key, long offset) {}

  private final InputStream in;

  private RecordIndex(InputStream in) {
    this.in = in;
  }

  static RecordIndex open(Path file) throws IOException {
    return new RecordIndex(new BufferedInputStream(Files.newInputStream(file), BUFFER));
  }

  /**
   * Number of lines, or -1 if the file is missing, broken, or does not fit the records: then the
   * records are found by scanning.
   */
  static long check(Path file, long recordBytes) {
    if (!Files.isRegularFile(file)) {
      return -1;
    }
    try (RecordIndex index = open(file)) {
      long lines = 0;
      long previous = -1;
      for (Line line = index.next(); line != null; line = index.next()) {
        boolean fits = line.offset() > previous && line.offset() < recordBytes;
        if (!fits || line.offset() % 4 != 0) {
          return -1;
        }
        previous = line.offset();
        lines++;
      }
      return lines == 0 ? -1 : lines;
    } catch (IOException broken) {
      return -1;
    }
  }

  /** The next line, or null after the last. */
  @Nullable Line next() throws IOException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw new IOException("a line of the index is too long");
      }
      text.append((char) c);
      c = in.read();
    }
    if (c < 0 && text.isEmpty()) {
      return null;
    }
    String[] parts = text.toString().strip().split("\\s+", -1);
    try {
      if (parts.length == 2) {
        return new Line(Long.parseUnsignedLong(parts[0]), Long.parseLong(parts[1]));
      }
    } catch (NumberFormatException notNumbers) {
      // the message below says it
    }
    throw new IOException("a line of the index is not KEY TAB OFFSET");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
