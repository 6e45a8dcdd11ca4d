package org.facewright.vector;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * NumPy's .npy files: float32, float64, float16, int64, int32, uint8 and bool, in C order.
 *
 * <p>Pickled (object) arrays are refused. For files larger than memory use {@link NpyReader} and
 * {@link NpyWriter} themselves. Stateless.
 */
public final class Npy {
  private static final int BUFFER = 1 << 16;

  private Npy() {}

  /**
   * Opens a file for reading row by row.
   *
   * @throws NpyException if it is damaged or of a kind that is not read
   */
  public static NpyReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    boolean done = false;
    try {
      NpyReader reader =
          new NpyReader(new BufferedInputStream(in, BUFFER), Files.size(file), file.toString());
      done = true;
      return reader;
    } finally {
      if (!done) {
        in.close();
      }
    }
  }

  /** Opens a whole .npy file that lies in memory. {@code name} is for messages. */
  public static NpyReader open(byte[] file, String name) throws IOException {
    return new NpyReader(new ByteArrayInputStream(file), file.length, name);
  }

  /** A file of two dimensions as a matrix; one dimension gives one row. */
  public static FloatMatrix matrix(Path file) throws IOException {
    try (NpyReader reader = open(file)) {
      NpyHeader header = reader.header();
      long[] shape = header.shape();
      boolean vector = shape.length == 1;
      if (shape.length > 2 || shape.length == 0 || shape[shape.length - 1] < 1) {
        throw new NpyException(file.toString(), "it holds no matrix");
      }
      if (header.elements() > Integer.MAX_VALUE - 16) {
        throw new NpyException(file.toString(), "it holds more than fits into one matrix");
      }
      int columns = (int) shape[shape.length - 1];
      int rows = vector ? 1 : (int) shape[0];
      return new FloatMatrix(rows, columns, reader.floats((int) header.rows()));
    }
  }

  /** All values of a file as whole numbers, in C order. */
  public static long[] longs(Path file) throws IOException {
    try (NpyReader reader = open(file)) {
      if (reader.header().rows() > Integer.MAX_VALUE) {
        throw new NpyException(file.toString(), "it holds more rows than fit into memory");
      }
      return reader.longs((int) reader.header().rows());
    }
  }

  /** Writes a matrix as float32. */
  public static void write(Path file, FloatMatrix matrix) throws IOException {
    try (NpyWriter writer = new NpyWriter(file, NpyType.FLOAT32, matrix.columns())) {
      writer.write(matrix.values());
    }
  }

  /** Writes a vector of whole numbers as int64. */
  public static void write(Path file, long[] values) throws IOException {
    try (NpyWriter writer = new NpyWriter(file, NpyType.INT64)) {
      writer.write(values);
    }
  }

  /** The bytes of a .npy file that holds one float32 vector. */
  public static byte[] bytes(float[] vector) {
    byte[] header = NpyHeader.write(NpyType.FLOAT32, new long[] {vector.length});
    ByteBuffer file =
        ByteBuffer.allocate(header.length + vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    file.put(header);
    for (float value : vector) {
      file.putFloat(value);
    }
    return file.array();
  }
}
