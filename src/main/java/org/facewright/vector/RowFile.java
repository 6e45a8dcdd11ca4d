package org.facewright.vector;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of float rows, memory-mapped: it may be larger than memory. Read from any thread; closed
 * when nobody reads.
 */
public final class RowFile implements AutoCloseable {
  /** Float32 in the order of this machine takes the short way. */
  private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  /**
   * Where the rows lie in a file.
   *
   * @param offset bytes before the first row
   * @param rows 0 or more
   * @param columns 1 or more
   * @param bigEndian byte order
   */
  public record Place(
      Path file, NpyType type, boolean bigEndian, long offset, long rows, int columns) {
    long rowBytes() {
      return (long) columns * type.bytes();
    }
  }

  private final Place place;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;

  private RowFile(Place place) throws IOException {
    this.place = place;
    long size = place.rows() * place.rowBytes();
    try (FileChannel channel = FileChannel.open(place.file(), StandardOpenOption.READ)) {
      if (channel.size() < place.offset() + size) {
        throw new NpyException(
            place.file().toString(), "it ends before row " + place.rows() + " of its data");
      }
      bytes = channel.map(FileChannel.MapMode.READ_ONLY, place.offset(), size, arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /** Opens a place that {@link #npy} or {@link #flat} found. */
  public static RowFile open(Place place) throws IOException {
    return new RowFile(place);
  }

  /**
   * Looks into a .npy file of two dimensions.
   *
   * @throws NpyException if it is damaged, cut off, or holds something else
   */
  public static Place npy(Path file) throws IOException {
    try (NpyReader reader = Npy.open(file)) {
      NpyHeader header = reader.header();
      long[] shape = header.shape();
      if (shape.length != 2 || shape[1] < 1 || shape[1] > 1 << 16) {
        throw new NpyException(file.toString(), "it holds no rows of numbers");
      }
      boolean real =
          switch (header.type()) {
            case FLOAT32, FLOAT64, FLOAT16 -> true;
            case INT64, INT32, UINT8, BOOL -> false;
          };
      if (!real) {
        throw new NpyException(file.toString(), "it holds whole numbers, not embeddings");
      }
      return new Place(
          file,
          header.type(),
          header.order() == ByteOrder.BIG_ENDIAN,
          header.length(),
          shape[0],
          (int) shape[1]);
    }
  }

  /**
   * A file of nothing but float32 rows, little-endian.
   *
   * @throws NpyException if its size is not a whole number of rows
   */
  public static Place flat(Path file, int columns) throws IOException {
    long size = Files.size(file);
    long row = (long) columns * Float.BYTES;
    if (size % row != 0) {
      throw new NpyException(
          file.toString(),
          "its %,d bytes are no whole number of rows of %d float32: it is cut off, or the rows have another length"
              .formatted(size, columns));
    }
    return new Place(file, NpyType.FLOAT32, false, 0, size / row, columns);
  }

  public Place place() {
    return place;
  }

  public long rows() {
    return place.rows();
  }

  public int columns() {
    return place.columns();
  }

  /** The bytes of some rows as they lie in the file, for hashing. */
  public ByteBuffer bytes(long first, int count) {
    return bytes.asSlice(first * place.rowBytes(), count * place.rowBytes()).asByteBuffer();
  }

  /** Copies rows into {@code target} from {@code offset} on, as float32. */
  public void copy(long first, int count, float[] target, int offset) {
    long start = first * place.rowBytes();
    int values = count * place.columns();
    if (place.type() == NpyType.FLOAT32 && place.bigEndian() != LITTLE) {
      MemorySegment.copy(bytes, ValueLayout.JAVA_FLOAT_UNALIGNED, start, target, offset, values);
      return;
    }
    ByteOrder order = place.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer some = bytes(first, count).order(order);
    for (int i = 0; i < values; i++) {
      target[offset + i] = (float) place.type().real(some, i);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
