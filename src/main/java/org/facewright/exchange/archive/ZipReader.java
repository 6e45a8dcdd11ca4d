package org.facewright.exchange.archive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.EntryPath;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ImageKind;
import org.facewright.exchange.MappedFile;
import org.facewright.exchange.SeenNames;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.network.zip.ZipDamage;
import org.facewright.network.zip.ZipDirectory;
import org.facewright.network.zip.ZipItem;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in a .zip file, in the order of its directory.
 *
 * <p>Entries that would be dangerous to unpack (names that lead outside, links, doubles, more bytes
 * than declared) are listed as unreadable although nothing is unpacked to disk: an archive that
 * holds them is not what it seems.
 */
public final class ZipReader implements DatasetReader {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final MappedFile file;
  private final ZipDirectory directory;
  private final long maxImageBytes;
  private final SeenNames seen = new SeenNames();
  private final UnpackedBudget budget = new UnpackedBudget();
  private final Inflation inflation = new Inflation();
  private long size;
  private long position;
  private long ignored;

  /** Opens an archive and checks its whole directory once. */
  public ZipReader(Path path, long maxImageBytes) throws DatasetException {
    this.file = MappedFile.open(path);
    this.maxImageBytes = maxImageBytes;
    try {
      this.directory = new ZipDirectory(file.bytes());
      survey();
    } catch (ZipDamage damage) {
      close();
      throw file.damage(damage.offset(), damage.reason());
    }
  }

  /** Counts the pictures. Entries that share bytes are how a small file unpacks to petabytes. */
  private void survey() throws ZipDamage {
    long packed = 0;
    boolean counted = true;
    for (ZipItem item = directory.next(); item != null; item = directory.next()) {
      packed = Math.addExact(packed, Math.min(item.packed(), Long.MAX_VALUE - packed));
      if (packed > file.bytes().byteSize()) {
        throw new ZipDamage(item.offset(), "its entries overlap, as in a zip bomb");
      }
      EntryPath.Sort sort = sort(item);
      counted &= sort != EntryPath.Sort.UNKNOWN;
      size += sort == EntryPath.Sort.IMAGE ? 1 : 0;
    }
    size = counted ? size : -1;
    directory.rewind();
  }

  private static EntryPath.Sort sort(ZipItem item) {
    EntryPath path = EntryPath.of(item.name());
    return item.folder() || path.hidden() ? EntryPath.Sort.OTHER : EntryPath.sort(path.name());
  }

  @Override
  public String format() {
    return "archive";
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long ignored() {
    return ignored;
  }

  @Override
  public void skip(long entries) throws DatasetException {
    for (long i = 0; i < entries; i++) {
      ZipItem item = nextPicture();
      if (item == null) {
        return;
      }
      seen.add(EntryPath.of(item.name()).path());
      position++;
    }
  }

  @Override
  public @Nullable SourceEntry next() throws DatasetException {
    ZipItem item = nextPicture();
    if (item == null) {
      return null;
    }
    long at = position++;
    String place = file.name() + "!" + item.name();
    String refusal = refusal(item);
    if (refusal != null) {
      return new UnreadableEntry(at, place, item.header(), refusal);
    }
    try {
      return entry(at, place, item, unpack(item));
    } catch (Inflation.Refused refused) {
      return new UnreadableEntry(at, place, item.header(), String.valueOf(refused.getMessage()));
    } catch (ZipDamage damage) {
      return new UnreadableEntry(at, place, damage.offset(), damage.reason());
    }
  }

  private @Nullable ZipItem nextPicture() throws DatasetException {
    try {
      for (ZipItem item = directory.next(); item != null; item = directory.next()) {
        EntryPath.Sort sort = sort(item);
        if (sort == EntryPath.Sort.IMAGE
            || (sort == EntryPath.Sort.UNKNOWN && startsLikeImage(item))) {
          return item;
        }
        ignored += item.folder() ? 0 : 1;
      }
      return null;
    } catch (ZipDamage damage) {
      throw file.damage(damage.offset(), damage.reason());
    }
  }

  private boolean startsLikeImage(ZipItem item) {
    try {
      MemorySegment packed = directory.packed(item);
      if (item.method() != STORED) {
        return ImageKind.of(inflation.head(packed)).isPresent();
      }
      long length = Math.min(ImageKind.HEAD, packed.byteSize());
      return ImageKind.of(packed.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE)).isPresent();
    } catch (ZipDamage damaged) {
      return false;
    }
  }

  private @Nullable String refusal(ZipItem item) {
    if (!item.safeName()) {
      return "its name leads out of the archive";
    }
    if (!seen.add(EntryPath.of(item.name()).path())) {
      return "its name is in the archive twice";
    }
    if (item.symbolicLink()) {
      return "it is a symbolic link";
    }
    if (item.encrypted()) {
      return "it is encrypted";
    }
    if (item.method() != STORED && item.method() != DEFLATED) {
      return "it is packed by method " + item.method() + "; pack the archive again with deflate";
    }
    if (item.size() > maxImageBytes || (item.method() == STORED && item.packed() != item.size())) {
      return "it is larger than " + maxImageBytes + " bytes, or its sizes contradict each other";
    }
    return null;
  }

  private byte[] unpack(ZipItem item) throws ZipDamage, Inflation.Refused, DatasetException {
    MemorySegment packed = directory.packed(item);
    byte[] bytes =
        item.method() == STORED
            ? packed.toArray(ValueLayout.JAVA_BYTE)
            : inflation.unpack(packed, item.size());
    budget.add(bytes.length);
    if (budget.exceeds(file.bytes().byteSize())) {
      throw file.damage(item.header(), "it unpacks to more than a hundred times its size");
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != item.crc()) {
      throw new ZipDamage(item.header(), "it is damaged: its checksum does not match");
    }
    return bytes;
  }

  private SourceEntry entry(long at, String place, ZipItem item, byte[] bytes) {
    String trouble = ImageKind.trouble(bytes);
    if (trouble != null) {
      return new UnreadableEntry(at, place, item.header(), trouble);
    }
    EntryPath path = EntryPath.of(item.name());
    String identity = path.identity(ArchiveNames.rootName(file.name()));
    return new FaceEntry(at, place, identity, path.name(), bytes, null);
  }

  @Override
  public void close() {
    inflation.close();
    file.close();
  }
}
