package org.facewright.exchange.lmdb;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.FeatureVector;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.MappedFile;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.vector.Npy;
import org.facewright.vector.NpyException;
import org.facewright.vector.NpyReader;
import org.jspecify.annotations.Nullable;

/**
 * Faces in an .lmdb file, in the order of its {@code __keys__} or of an index mask over them.
 *
 * <p>A damaged page costs the entries on it. Without a readable {@code __keys__} the keys are taken
 * in the order of the tree.
 */
public final class LmdbReader implements DatasetReader {
  private static final byte[] KEYS = "__keys__".getBytes(StandardCharsets.US_ASCII);

  private final MappedFile file;
  private final String format;
  private final long maxImageBytes;
  private final LmdbTree tree;
  private final KeyOrder order;
  private long position;

  /**
   * @param path the file, or a folder that holds {@code data.mdb}
   * @param format "hsface-lmdb" or "vec2face-lmdb"; must be what the first value is
   */
  public LmdbReader(Path path, String format, ReadOptions options) throws DatasetException {
    this.file = MappedFile.open(dataFile(path));
    this.format = format;
    this.maxImageBytes = options.maxImageBytes();
    boolean done = false;
    try {
      LmdbPages pages = new LmdbPages(file.bytes());
      this.tree = new LmdbTree(pages);
      this.order = KeyOrder.of(tree, tree.get(KEYS), pages.entries(), options.mask());
      done = true;
    } catch (LmdbDamage damage) {
      throw file.damage(damage.offset(), damage.reason());
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  /** The format of a file: by the shape of the first value that can be read. */
  public static String formatOf(Path path) throws DatasetException {
    try (LmdbReader reader = new LmdbReader(path, "hsface-lmdb", ReadOptions.usual())) {
      for (int tries = 0; tries < 100; tries++) {
        byte[] key = reader.order.next();
        if (key == null) {
          break;
        }
        MemorySegment value = reader.valueOrNull(key);
        if (value != null && value.byteSize() > 0) {
          int parts = value.get(ValueLayout.JAVA_BYTE, 0);
          return parts == (byte) 0x93 ? "vec2face-lmdb" : "hsface-lmdb";
        }
      }
      return "hsface-lmdb";
    } catch (LmdbDamage damage) {
      return "hsface-lmdb";
    }
  }

  private @Nullable MemorySegment valueOrNull(byte[] key) {
    try {
      return tree.get(key);
    } catch (LmdbDamage damaged) {
      return null;
    }
  }

  private static Path dataFile(Path path) {
    return Files.isDirectory(path) ? path.resolve("data.mdb") : path;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public long size() {
    return order.size();
  }

  @Override
  public void skip(long entries) throws DatasetException {
    try {
      position += order.skip(entries);
    } catch (LmdbDamage damage) {
      throw file.damage(damage.offset(), damage.reason());
    }
  }

  @Override
  public @Nullable SourceEntry next() throws DatasetException {
    byte[] key;
    try {
      key = order.next();
    } catch (LmdbDamage damage) {
      throw file.damage(damage.offset(), damage.reason());
    }
    return key == null ? null : entry(position++, key);
  }

  private SourceEntry entry(long at, byte[] key) {
    String name = show(key);
    String place = "key " + name;
    long offset = -1;
    try {
      MemorySegment value = tree.get(key);
      if (value == null) {
        return new UnreadableEntry(
            at, place, -1, "the key is listed, but nothing is stored for it");
      }
      offset = value.address() - file.bytes().address();
      LmdbRecord record = LmdbRecord.parse(value);
      if (record.image().byteSize() > maxImageBytes) {
        return new UnreadableEntry(
            at, place, offset, "it is larger than " + maxImageBytes + " bytes");
      }
      return face(at, place, name, offset, record);
    } catch (LmdbDamage damage) {
      long where = damage.offset() < 0 ? offset : damage.offset();
      return new UnreadableEntry(at, place, where, damage.reason());
    }
  }

  private static SourceEntry face(
      long at, String place, String name, long offset, LmdbRecord record) {
    byte[] image = record.image().toArray(ValueLayout.JAVA_BYTE);
    String trouble = ImageKind.trouble(image);
    if (trouble != null) {
      return new UnreadableEntry(at, place, offset, trouble);
    }
    String extension = ImageKind.of(image).orElseThrow().extension();
    try {
      float[] feature = record.feature() == null ? null : feature(record.feature(), place);
      String identity = EntryPath.numbered(record.label());
      return new FaceEntry(at, place, identity, name + "." + extension, image, feature);
    } catch (NpyException bad) {
      return new UnreadableEntry(at, place, offset, "its feature: " + bad.reason());
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static float[] feature(MemorySegment npy, String place) throws IOException {
    if (npy.byteSize() > FeatureVector.LONGEST * 16L) {
      throw new NpyException(place, "it takes " + npy.byteSize() + " bytes");
    }
    try (NpyReader reader = Npy.open(npy.toArray(ValueLayout.JAVA_BYTE), place)) {
      return FeatureVector.read(reader, place);
    }
  }

  private static String show(byte[] key) {
    for (byte value : key) {
      if (value <= ' ' || value == 0x7f) {
        return "0x" + java.util.HexFormat.of().formatHex(key);
      }
    }
    return new String(key, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    order.close();
    file.close();
  }
}
