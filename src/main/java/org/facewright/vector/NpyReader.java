package org.facewright.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads a .npy file row by row, so that a file larger than memory can be read.
 *
 * <p>A row is everything below the first dimension. One thread at a time.
 */
public final class NpyReader implements AutoCloseable {
  private final InputStream in;
  private final String name;
  private final NpyHeader header;
  private long row;

  /**
   * @param in positioned at the start of the file; closed with this reader
   * @param available bytes of the file, or -1 if that is not known
   * @param name of the file, for messages
   * @throws NpyException if the file is no .npy file, of a kind that is not read, or too short
   */
  public NpyReader(InputStream in, long available, String name) throws IOException {
    this.in = in;
    this.name = name;
    this.header = NpyHeader.read(in, name);
    if (available >= 0 && available - header.length() < header.byteSize()) {
      throw new NpyException(
          name,
          "it holds "
              + (available - header.length())
              + " bytes of data where its header promises "
              + header.byteSize());
    }
  }

  public NpyHeader header() {
    return header;
  }

  /** Rows that are still to be read. */
  public long rowsLeft() {
    return header.rows() - row;
  }

  /** Passes over rows. */
  public void skipRows(long count) throws IOException {
    if (count < 0 || count > rowsLeft()) {
      throw new IllegalArgumentException(count + " of " + rowsLeft() + " rows");
    }
    try {
      in.skipNBytes(count * header.rowLength() * header.type().bytes());
    } catch (java.io.EOFException cutOff) {
      throw truncated();
    }
    row += count;
  }

  /** The next {@code count} rows as float32, one after another. */
  public float[] floats(int count) throws IOException {
    ByteBuffer bytes = rows(count);
    float[] values = new float[bytes.limit() / header.type().bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) header.type().real(bytes, i);
    }
    return values;
  }

  /** The next {@code count} rows as whole numbers, one after another. */
  public long[] longs(int count) throws IOException {
    ByteBuffer bytes = rows(count);
    long[] values = new long[bytes.limit() / header.type().bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] = header.type().whole(bytes, i);
    }
    return values;
  }

  /** The next {@code count} rows as the bytes of the file. */
  public byte[] bytes(int count) throws IOException {
    return rows(count).array();
  }

  private int elements(int count) throws NpyException {
    if (count < 0 || count > rowsLeft()) {
      throw new IllegalArgumentException(count + " of " + rowsLeft() + " rows");
    }
    long elements = Math.multiplyExact(header.rowLength(), (long) count);
    if (elements * header.type().bytes() > Integer.MAX_VALUE - 16) {
      throw new NpyException(name, count + " of its rows are more than fit into memory at once");
    }
    return (int) elements;
  }

  private ByteBuffer rows(int count) throws IOException {
    int wanted = elements(count) * header.type().bytes();
    byte[] data = in.readNBytes(wanted); // grows with what arrives, not with what is promised
    if (data.length < wanted) {
      throw truncated();
    }
    row += count;
    return ByteBuffer.wrap(data).order(header.order());
  }

  private NpyException truncated() {
    return new NpyException(name, "it ends before row " + header.rows() + " of its data");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
