package org.facewright.project;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The embeddings of one model: a flat, append-only, memory-mapped matrix, keyed by content hash so
 * that it stays true whatever happens to the database. Two files: {@code NAME.fwe} (a header page
 * of 4,096 bytes, then rows of {@code dim} float32 or float16 values, little-endian) and {@code
 * NAME.keys} (16 bytes a row: the first half of the image's SHA-256, big-endian).
 *
 * <p>The header holds the committed number of rows twice, each with a checksum and a counter: a
 * kill between the two writes leaves the older one standing, and rows beyond it are overwritten.
 * Rows are safe to read from any thread; one thread at a time appends.
 */
public final class EmbeddingFile implements AutoCloseable {
  /** How values are stored; they are read as float32 in either case. */
  public enum Type {
    FLOAT32(4),
    FLOAT16(2);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }
  }

  /** The file is not an embedding file, or a broken one. */
  public static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file, String why) {
      super(file.getFileName() + ": " + why);
    }
  }

  private static final int HEADER = 4096;
  private static final int SLOT = 32;
  private static final int FIRST_SLOT = 1024;
  private static final byte[] MAGIC = "FWEMB001".getBytes(StandardCharsets.US_ASCII);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** What is mapped at the moment; replaced as a whole when the file grows. */
  private record Mapping(Arena arena, MemorySegment rows, long count) {}

  private final Path file;
  private final FileChannel values;
  private final FileChannel keys;
  private final String model;
  private final int dim;
  private final Type type;
  private long generation;
  private volatile long rows;
  private volatile @Nullable Mapping mapping;

  /** Creates an empty file; refuses to replace one. */
  public static EmbeddingFile create(Path file, String model, int dim, Type type)
      throws IOException {
    byte[] name = model.getBytes(StandardCharsets.UTF_8);
    if (dim < 1 || dim > 65536 || name.length > 900) {
      throw new IllegalArgumentException("dimension " + dim + ", model name of " + name.length);
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).putInt(dim).putInt(type.ordinal()).putInt(name.length).put(name);
    putSlot(header, 0, 0, 1);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.write(temporary, header.array());
    Files.write(keysOf(file), new byte[0], StandardOpenOption.CREATE);
    Files.move(temporary, file);
    return open(file);
  }

  private static Path keysOf(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("\\.fwe$", "") + ".keys");
  }

  /** Opens a file and drops whatever was appended but never committed. */
  public static EmbeddingFile open(Path file) throws IOException {
    return open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Opens a file for reading only. */
  static EmbeddingFile view(Path file) throws IOException {
    return open(file, StandardOpenOption.READ);
  }

  private static EmbeddingFile open(Path file, StandardOpenOption... how) throws IOException {
    FileChannel values = FileChannel.open(file, how);
    try {
      FileChannel keys = FileChannel.open(keysOf(file), how);
      return new EmbeddingFile(file, values, keys);
    } catch (IOException | RuntimeException e) {
      values.close();
      throw e;
    }
  }

  private EmbeddingFile(Path file, FileChannel values, FileChannel keys) throws IOException {
    this.file = file;
    this.values = values;
    this.keys = keys;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    readFully(values, header, 0);
    byte[] magic = new byte[MAGIC.length];
    header.get(magic);
    if (!java.util.Arrays.equals(magic, MAGIC)) {
      throw new DamagedException(file, "not an embedding file");
    }
    dim = header.getInt();
    int typeCode = header.getInt();
    int nameLength = header.getInt();
    if (dim < 1 || dim > 65536 || typeCode >>> 1 != 0 || nameLength < 0 || nameLength > 900) {
      throw new DamagedException(file, "its header is broken");
    }
    type = Type.values()[typeCode];
    byte[] name = new byte[nameLength];
    header.get(name);
    model = new String(name, StandardCharsets.UTF_8);
    readNewestSlot(header);
    if (values.size() < HEADER + rows * rowBytes() || keys.size() < rows * 16) {
      throw new DamagedException(file, rows + " rows were committed, but the file is shorter");
    }
  }

  private void readNewestSlot(ByteBuffer header) throws DamagedException {
    for (int slot = 0; slot < 2; slot++) {
      int at = FIRST_SLOT + slot * SLOT;
      long count = header.getLong(at);
      long number = header.getLong(at + 8);
      if (header.getInt(at + 16) == checksum(count, number) && number > generation) {
        generation = number;
        rows = count;
      }
    }
    if (generation == 0) {
      throw new DamagedException(file, "its row count is broken");
    }
  }

  private static int checksum(long count, long number) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(16).putLong(count).putLong(number).flip());
    return (int) crc.getValue();
  }

  private static void putSlot(ByteBuffer header, int at, long count, long number) {
    int slot = FIRST_SLOT + at * SLOT;
    header
        .putLong(slot, count)
        .putLong(slot + 8, number)
        .putInt(slot + 16, checksum(count, number));
  }

  public String model() {
    return model;
  }

  public int dim() {
    return dim;
  }

  public Type type() {
    return type;
  }

  /** Committed rows. */
  public long rows() {
    return rows;
  }

  private long rowBytes() {
    return (long) dim * type.bytes;
  }

  /**
   * Appends rows and commits them: when this returns they survive a power cut.
   *
   * @param hashes the images' keys, one a row
   * @param block {@code hashes.length * dim} values, row-major
   */
  public synchronized void append(ContentHash.Key[] hashes, float[] block) throws IOException {
    if (block.length != hashes.length * dim) {
      throw new IllegalArgumentException(
          block.length + " values for " + hashes.length + " rows of " + dim);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(block.length * type.bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : block) {
      if (type == Type.FLOAT32) {
        bytes.putFloat(value);
      } else {
        bytes.putShort(Float.floatToFloat16(value));
      }
    }
    ByteBuffer keyBytes = ByteBuffer.allocate(hashes.length * 16);
    for (ContentHash.Key key : hashes) {
      keyBytes.putLong(key.high()).putLong(key.low());
    }
    writeFully(values, bytes.flip(), HEADER + rows * rowBytes());
    writeFully(keys, keyBytes.flip(), rows * 16);
    values.force(false);
    keys.force(false);
    commit(rows + hashes.length);
  }

  private void commit(long count) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    int slot = (int) ((generation + 1) & 1);
    putSlot(page, slot, count, generation + 1);
    int at = FIRST_SLOT + slot * SLOT;
    writeFully(values, page.slice(at, SLOT), at);
    values.force(false);
    generation++;
    rows = count;
  }

  /** Copies a committed row into {@code target} from {@code offset} on. */
  public void copyRow(long row, float[] target, int offset) throws IOException {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("row " + row + " of " + rows);
    }
    MemorySegment mapped = mapped(row).rows();
    long start = row * rowBytes();
    if (type == Type.FLOAT32) {
      MemorySegment.copy(mapped, FLOAT, start, target, offset, dim);
    } else {
      for (int i = 0; i < dim; i++) {
        target[offset + i] = Float.float16ToFloat(mapped.get(SHORT, start + 2L * i));
      }
    }
  }

  private Mapping mapped(long row) throws IOException {
    Mapping current = mapping;
    return current != null && row < current.count() ? current : remap(row);
  }

  private synchronized Mapping remap(long row) throws IOException {
    Mapping current = mapping;
    if (current != null && row < current.count()) {
      return current;
    }
    // An automatic arena: a reader on another thread may still hold the smaller mapping.
    Arena arena = Arena.ofAuto();
    MemorySegment segment =
        values.map(FileChannel.MapMode.READ_ONLY, HEADER, rows * rowBytes(), arena);
    Mapping next = new Mapping(arena, segment, rows);
    mapping = next;
    return next;
  }

  /** The keys of rows {@code from} to {@code rows()}, in order. */
  public ContentHash.Key[] keys(long from) throws IOException {
    int count = Math.toIntExact(rows - from);
    ContentHash.Key[] result = new ContentHash.Key[count];
    ByteBuffer buffer = ByteBuffer.allocate(16 * 65536);
    for (int done = 0; done < count; ) {
      int now = Math.min(count - done, 65536);
      buffer.clear().limit(now * 16);
      readFully(keys, buffer, (from + done) * 16);
      for (int i = 0; i < now; i++) {
        result[done + i] = new ContentHash.Key(buffer.getLong(), buffer.getLong());
      }
      done += now;
    }
    return result;
  }

  private void readFully(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
    int start = buffer.position();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position() - start) < 0) {
        throw new DamagedException(file, "it ends too early");
      }
    }
    buffer.position(start);
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer, long at)
      throws IOException {
    int start = buffer.position();
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position() - start);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    mapping = null;
    values.close();
    keys.close();
  }
}
