package org.facewright.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's pictures as they were imported, content-addressed and append-only, in pack files of
 * about a gigabyte ({@code images/pack-000000.fwi}). Packs, because a set of fifteen million faces
 * as single files can be neither synced nor copied in reasonable time.
 *
 * <p>A record is: magic "FWI1", length (4 bytes, big-endian), SHA-256 (32), the bytes, zeros up to
 * a multiple of 8. Reading is safe for any number of threads; writing for one at a time.
 */
public final class ImageStore implements AutoCloseable {
  private static final int MAGIC = 0x46574931;
  private static final int HEADER = 40;
  private static final long PACK_SIZE = 1L << 30;

  /** Where a picture lies. {@code pack} is -1 for an image that has an embedding only. */
  public record Location(int pack, long offset, int bytes) {
    /** An image without a picture: only its embedding was imported. */
    public static final Location NONE = new Location(-1, 0, 0);

    public boolean exists() {
      return pack >= 0;
    }
  }

  /** A picture cannot be read back as it was written. */
  public static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }

  private final Path folder;
  private final boolean viewing;
  private final Map<Integer, FileChannel> readers = new ConcurrentHashMap<>();
  private @Nullable FileChannel writer;
  private int writerPack;
  private boolean unsynced;

  /** Opens the packs of a folder, made if missing. */
  public ImageStore(Path folder) throws IOException {
    this(Files.createDirectories(folder), false);
  }

  /** Opens packs for reading only. */
  static ImageStore view(Path folder) throws IOException {
    return new ImageStore(folder, true);
  }

  private ImageStore(Path folder, boolean viewing) throws IOException {
    this.folder = folder;
    this.viewing = viewing;
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> packs = Files.list(folder)) {
      writerPack =
          packs.mapToInt(ImageStore::packNumber).filter(number -> number >= 0).max().orElse(0);
    }
  }

  private static int packNumber(Path file) {
    String name = file.getFileName().toString();
    return name.matches("pack-\\d{6}\\.fwi") ? Integer.parseInt(name.substring(5, 11)) : -1;
  }

  private Path pack(int number) {
    return folder.resolve("pack-%06d.fwi".formatted(number));
  }

  /** Appends a picture; it is on the disk for good after the next {@link #sync}. */
  public synchronized Location append(ContentHash hash, byte[] content) throws IOException {
    if (viewing) {
      throw new ViewOnlyException();
    }
    FileChannel channel = writer();
    long offset = channel.size();
    int padded = (HEADER + content.length + 7) & ~7;
    ByteBuffer buffer = ByteBuffer.allocate(padded);
    buffer.putInt(MAGIC).putInt(content.length).put(hash.toBytes()).put(content);
    buffer.rewind();
    while (buffer.hasRemaining()) {
      channel.write(buffer, offset + buffer.position());
    }
    unsynced = true;
    return new Location(writerPack, offset, content.length);
  }

  private FileChannel writer() throws IOException {
    FileChannel channel = writer;
    if (channel != null && channel.size() >= PACK_SIZE) {
      sync();
      channel.close();
      channel = null;
      writerPack++;
    }
    if (channel == null) {
      channel =
          FileChannel.open(pack(writerPack), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // A record that a dead process left half written is skipped by starting at a multiple of 8.
      long size = channel.size();
      if (size % 8 != 0) {
        channel.write(ByteBuffer.allocate((int) (8 - size % 8)), size);
      }
      writer = channel;
    }
    return channel;
  }

  /** Everything appended so far survives a power cut. */
  public synchronized void sync() throws IOException {
    if (unsynced && writer != null) {
      writer.force(true);
      unsynced = false;
    }
  }

  /**
   * The picture's bytes, checked against the hash.
   *
   * @throws DamagedException if what lies there is not that picture
   */
  public byte[] read(ContentHash hash, Location location) throws IOException {
    if (!location.exists()) {
      throw new DamagedException("this image has no picture, only an embedding");
    }
    ByteBuffer record = ByteBuffer.allocate(HEADER + location.bytes());
    FileChannel channel = reader(location.pack());
    while (record.hasRemaining()) {
      if (channel.read(record, location.offset() + record.position()) < 0) {
        throw damaged(hash, location, "the pack is too short");
      }
    }
    record.flip();
    if (record.getInt() != MAGIC || record.getInt() != location.bytes()) {
      throw damaged(hash, location, "no picture starts there");
    }
    byte[] content = new byte[location.bytes()];
    record.position(HEADER).get(content);
    if (!ContentHash.of(content).equals(hash)) {
      throw damaged(hash, location, "its bytes have changed");
    }
    return content;
  }

  private DamagedException damaged(ContentHash hash, Location location, String why) {
    return new DamagedException(
        "%s at %d: picture %s cannot be read, %s"
            .formatted(pack(location.pack()).getFileName(), location.offset(), hash, why));
  }

  private FileChannel reader(int number) throws IOException {
    try {
      return readers.computeIfAbsent(number, n -> open(pack(n)));
    } catch (UncheckedIOException e) {
      throw Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e));
    }
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    sync();
    if (writer != null) {
      writer.close();
      writer = null;
    }
    for (FileChannel reader : readers.values()) {
      reader.close();
    }
    readers.clear();
  }
}
