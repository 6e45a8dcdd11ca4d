package org.facewright.exchange.recordio;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.MappedFile;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.jspecify.annotations.Nullable;

/**
 * Faces in train.rec, in the order of train.idx, or of the file where the index is missing, broken
 * or of another file.
 *
 * <p>Both layouts: with InsightFace's header record (key 0) and a record for each identity, which
 * are no faces, and without.
 */
public final class RecordReader implements DatasetReader {
  /** float32 holds key ranges exactly below this. */
  private static final long EXACT = 1L << 24;

  private final MappedFile file;
  private final long maxImageBytes;
  private final RecordSource source;
  private final boolean headed;

  /** One past the last picture's key by the header record, or -1 if unknown. */
  private final long endKey;

  private long position;
  private boolean atStart = true;

  /**
   * @param path the .rec file, or a folder that holds one
   */
  public RecordReader(Path path, long maxImageBytes) throws DatasetException {
    this.file = MappedFile.open(recordFile(path));
    this.maxImageBytes = maxImageBytes;
    boolean done = false;
    try {
      RecordFrame first = firstFrame();
      RecordHeader header = first == null ? null : withoutPicture(first);
      this.headed = header != null;
      this.endKey = header == null ? -1 : endKey(header);
      this.source = source(file);
      done = true;
    } catch (IOException unreadable) {
      throw file.damage(-1, "its index cannot be read (" + unreadable.getMessage() + ")");
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  private @Nullable RecordFrame firstFrame() throws DatasetException {
    MemorySegment bytes = file.bytes();
    int magic = bytes.byteSize() < RecordFrame.HEAD ? 0 : bytes.get(RecordFrame.U4, 0);
    if (magic == RecordFrame.OLD_MAGIC) {
      throw new DatasetException(
          file.path().toString(),
          0,
          "this is RecordIO in its layout of 2015",
          "write it again with a current im2rec");
    }
    if (magic != RecordFrame.MAGIC) {
      throw file.damage(0, "this is no RecordIO file");
    }
    return RecordFrame.at(bytes, 0);
  }

  private static Path recordFile(Path path) throws DatasetException {
    if (!Files.isDirectory(path)) {
      return path;
    }
    if (Files.isRegularFile(path.resolve("train.rec"))) {
      return path.resolve("train.rec");
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path, "*.rec")) {
      stream.forEach(found::add);
    } catch (IOException unreadable) {
      throw new DatasetException(
          path.toString(), -1, "the folder cannot be listed", "check that you may read it");
    }
    if (found.size() != 1) {
      throw new DatasetException(
          path.toString(),
          -1,
          "it holds " + found.size() + " .rec files and no train.rec",
          "name the .rec file itself");
    }
    return found.getFirst();
  }

  private static RecordSource source(MappedFile file) throws IOException {
    String name = file.name();
    String stem = name.endsWith(".rec") ? name.substring(0, name.length() - 4) : name;
    Path idx = file.path().resolveSibling(stem + ".idx");
    long lines = RecordIndex.check(idx, file.bytes().byteSize());
    return lines < 0
        ? new RecordSource.Scanned(file.bytes())
        : new RecordSource.Indexed(file.bytes(), idx, lines);
  }

  private static long endKey(RecordHeader header) {
    float end = header.labels()[0];
    return end >= 1 && end < EXACT ? (long) end : -1;
  }

  /** The header of a record that is two labels and no picture, or null for any other. */
  private @Nullable RecordHeader withoutPicture(RecordFrame frame) {
    long length = RecordHeader.FIXED + 2L * Float.BYTES;
    if (frame.payload() != length || frame.parts() > 1) {
      return null;
    }
    byte[] payload = frame.start(file.bytes(), length).toArray(ValueLayout.JAVA_BYTE);
    RecordHeader header = RecordHeader.parse(payload);
    return header != null && header.labels().length == 2 ? header : null;
  }

  @Override
  public String format() {
    return "recordio";
  }

  @Override
  public long size() {
    if (headed) {
      return endKey < 0 ? -1 : endKey - 1;
    }
    return source.size();
  }

  @Override
  public void skip(long entries) throws DatasetException {
    for (long i = 0; i < entries; i++) {
      if (nextFace() == null) {
        return;
      }
      position++;
    }
  }

  @Override
  public @Nullable SourceEntry next() throws DatasetException {
    RecordSource.Spot spot = nextFace();
    return spot == null ? null : entry(position++, spot);
  }

  /** The next record that is neither the header nor an identity's. */
  private RecordSource.@Nullable Spot nextFace() throws DatasetException {
    try {
      for (RecordSource.Spot spot = source.next(); spot != null; spot = source.next()) {
        boolean first = atStart;
        atStart = false;
        boolean beside = headed && (first || isIdentity(spot));
        if (!beside) {
          return spot;
        }
      }
      return null;
    } catch (IOException changed) {
      throw file.damage(-1, "its index changed while it was read");
    }
  }

  /** Told by the key where the header says which; else by the missing picture. */
  private boolean isIdentity(RecordSource.Spot spot) {
    if (spot.key() >= 0 && endKey >= 0) {
      return spot.key() == 0 || spot.key() >= endKey;
    }
    return spot.frame() != null && withoutPicture(spot.frame()) != null;
  }

  private SourceEntry entry(long at, RecordSource.Spot spot) {
    String place =
        spot.key() >= 0
            ? file.name() + " key " + spot.key()
            : file.name() + " byte " + spot.offset();
    RecordFrame frame = spot.frame();
    if (frame == null) {
      return new UnreadableEntry(at, place, spot.offset(), "there is no whole record here");
    }
    if (frame.payload() > maxImageBytes) {
      return new UnreadableEntry(
          at, place, spot.offset(), "it is larger than " + maxImageBytes + " bytes");
    }
    byte[] payload = frame.join(file.bytes());
    RecordHeader header = RecordHeader.parse(payload);
    if (header == null || header.label() < 0) {
      return new UnreadableEntry(at, place, spot.offset(), "its header holds no class label");
    }
    return face(at, place, spot, header, payload);
  }

  private SourceEntry face(
      long at, String place, RecordSource.Spot spot, RecordHeader header, byte[] payload) {
    byte[] image = Arrays.copyOfRange(payload, header.length(), payload.length);
    String trouble = ImageKind.trouble(image);
    if (trouble != null) {
      return new UnreadableEntry(at, place, spot.offset(), trouble);
    }
    long number = spot.key() >= 0 ? spot.key() : at;
    String name = number + "." + ImageKind.of(image).orElseThrow().extension();
    return new FaceEntry(at, place, EntryPath.numbered(header.label()), name, image, null);
  }

  @Override
  public void close() {
    source.close();
    file.close();
  }
}
