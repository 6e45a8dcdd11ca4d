package org.facewright.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a .npy file row by row; the number of rows need not be known before. One thread.
 *
 * <p>The header is written again by {@link #close}, which also forces the file to disk.
 */
public final class NpyWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final NpyType type;
  private final long[] shape;
  private final long rowLength;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  /**
   * @param file created, or replaced
   * @param row the shape of one row: none for a vector, 512 for embeddings
   */
  public NpyWriter(Path file, NpyType type, long... row) throws IOException {
    this.type = type;
    this.shape = new long[row.length + 1];
    System.arraycopy(row, 0, shape, 1, row.length);
    long length = 1;
    for (long size : row) {
      length = Math.multiplyExact(length, size);
    }
    this.rowLength = length;
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    channel.write(ByteBuffer.wrap(NpyHeader.write(type, shape)));
  }

  /** Appends values; whole rows by the time of {@link #close}. */
  public void write(float[] values) throws IOException {
    for (float value : values) {
      room();
      type.put(buffer, value);
    }
    written += values.length;
  }

  /** Appends values; whole rows by the time of {@link #close}. */
  public void write(long[] values) throws IOException {
    for (long value : values) {
      room();
      type.put(buffer, value);
    }
    written += values.length;
  }

  private void room() throws IOException {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
      if (rowLength > 0 && written % rowLength != 0) {
        throw new IllegalStateException(written + " values are no whole rows of " + rowLength);
      }
      shape[0] = rowLength == 0 ? 0 : written / rowLength;
      channel.write(ByteBuffer.wrap(NpyHeader.write(type, shape)), 0);
      channel.force(true);
    }
  }
}
