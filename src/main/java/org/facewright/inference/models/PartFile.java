package org.facewright.inference.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows as a download comes in, and never beyond the expected size. Thread-safe. */
final class PartFile implements AutoCloseable {
  private final FileChannel channel;
  private final long limit;
  private long length;

  PartFile(Path file, long limit) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    this.limit = limit;
    length = channel.size();
  }

  synchronized long length() {
    return length;
  }

  /** Drops what lies behind this length. */
  synchronized void startAt(long start) throws IOException {
    channel.truncate(start);
    length = start;
  }

  synchronized void append(byte[] bytes) {
    if (length + bytes.length > limit) {
      throw new UncheckedIOException(
          new IOException("the server sends more than the " + limit + " bytes of the catalogue"));
    }
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        length += channel.write(rest, length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
