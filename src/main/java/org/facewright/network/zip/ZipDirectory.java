package org.facewright.network.zip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The central directory of a zip file (with or without zip64), read line by line.
 *
 * <p>Holds nothing per entry, so that an archive of ten million files costs no more than one of
 * ten. One thread at a time. Source: PKWARE APPNOTE 6.3, sections 4.3 and 4.5.
 */
public final class ZipDirectory {
  private static final ValueLayout.OfShort U2 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt U4 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong U8 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int END = 0x06054b50;
  private static final int END64_LOCATOR = 0x07064b50;
  private static final int END64 = 0x06064b50;
  private static final int LINE = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int LINE_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final long WIDE = 0xFFFFFFFFL;
  private static final int UTF8_FLAG = 1 << 11;

  private final MemorySegment file;
  private final long entries;
  private final long start;
  private final long end;
  private long next;
  private long done;

  /** Finds the directory; {@link #next} starts at its first line. */
  public ZipDirectory(MemorySegment file) throws ZipDamage {
    this.file = file;
    long at = findEnd();
    long count = u2(at + 10);
    long size = u4(at + 12);
    long first = u4(at + 16);
    if (count == 0xFFFF || size == WIDE || first == WIDE) {
      at = findEnd64(at);
      count = u8(at + 32);
      size = u8(at + 40);
      first = u8(at + 48);
    }
    if (first < 0 || size < 0 || first > at || size > at - first || count < 0) {
      throw new ZipDamage(at, "the zip directory lies outside the file");
    }
    this.entries = count;
    this.start = first;
    this.end = first + size;
    this.next = first;
  }

  /** Entries that the directory says it has. */
  public long entries() {
    return entries;
  }

  /** Goes back to the first line. */
  public void rewind() {
    next = start;
    done = 0;
  }

  private long findEnd() throws ZipDamage {
    long length = file.byteSize();
    long lowest = Math.max(0, length - END_SIZE - 0xFFFF);
    for (long at = length - END_SIZE; at >= lowest; at--) {
      if (u4(at) == END && at + END_SIZE + u2(at + 20) == length) {
        return at;
      }
    }
    throw new ZipDamage(length, "the zip directory is missing: the file is cut off or no zip file");
  }

  private long findEnd64(long end32) throws ZipDamage {
    long locator = end32 - 20;
    if (locator < 0 || u4(locator) != END64_LOCATOR) {
      throw new ZipDamage(end32, "the zip64 directory is missing");
    }
    long at = u8(locator + 8);
    if (at < 0 || at > locator - 56 || u4(at) != END64) {
      throw new ZipDamage(locator, "the zip64 directory lies outside the file");
    }
    return at;
  }

  /** The next entry, or null after the last. */
  public @Nullable ZipItem next() throws ZipDamage {
    if (done == entries) {
      return null;
    }
    long at = next;
    if (at > end - LINE_SIZE || u4(at) != LINE) {
      throw new ZipDamage(at, "the zip directory breaks off after " + done + " entries");
    }
    int nameLength = u2(at + 28);
    int extraLength = u2(at + 30);
    next = at + LINE_SIZE + nameLength + extraLength + u2(at + 32);
    if (next > end) {
      throw new ZipDamage(at, "a line of the zip directory is longer than the directory");
    }
    done++;
    return line(at, nameLength, extraLength);
  }

  private ZipItem line(long at, int nameLength, int extraLength) throws ZipDamage {
    int flags = u2(at + 8);
    boolean unix = u2(at + 4) >> 8 == 3;
    long[] wide = {u4(at + 24), u4(at + 20), u4(at + 42)}; // size, packed, header: zip64's order
    widen(wide, at + LINE_SIZE + nameLength, extraLength);
    return new ZipItem(
        name(at + LINE_SIZE, nameLength, (flags & UTF8_FLAG) != 0),
        flags,
        u2(at + 10),
        file.get(U4, at + 16),
        wide[1],
        wide[0],
        wide[2],
        unix ? u2(at + 40) : 0,
        at);
  }

  private void widen(long[] values, long extra, int length) throws ZipDamage {
    long at = extra;
    long stop = extra + length;
    while (at + 4 <= stop) {
      long fieldEnd = at + 4 + u2(at + 2);
      if (fieldEnd > stop) {
        throw new ZipDamage(at, "an extra field of the zip directory is longer than its line");
      }
      if (u2(at) == 1) {
        takeWide(values, at + 4, fieldEnd);
      }
      at = fieldEnd;
    }
    for (long value : values) {
      if (value < 0) {
        throw new ZipDamage(extra, "a size in the zip directory is negative");
      }
    }
  }

  private void takeWide(long[] values, long from, long to) throws ZipDamage {
    long at = from;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == WIDE) {
        if (at + 8 > to) {
          throw new ZipDamage(at, "a zip64 size is missing");
        }
        values[i] = u8(at);
        at += 8;
      }
    }
  }

  private String name(long at, int length, boolean utf8) {
    byte[] raw = file.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      boolean dos = !utf8 && Charset.isSupported("IBM437");
      return new String(raw, dos ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * The packed bytes of an entry, in the file.
   *
   * @throws ZipDamage if the entry's own header says something else than the directory
   */
  public MemorySegment packed(ZipItem item) throws ZipDamage {
    long at = item.header();
    if (at > start - LOCAL_SIZE || u4(at) != LOCAL) {
      throw new ZipDamage(at, "the entry has no header of its own");
    }
    int nameLength = u2(at + 26);
    long data = at + LOCAL_SIZE + nameLength + u2(at + 28);
    if (data > start || item.packed() > start - data) {
      throw new ZipDamage(at, "the entry lies outside the file");
    }
    String own = name(at + LOCAL_SIZE, nameLength, (u2(at + 6) & UTF8_FLAG) != 0);
    if (u2(at + 8) != item.method() || !own.equals(item.name())) {
      throw new ZipDamage(at, "the entry's own header contradicts the zip directory");
    }
    return file.asSlice(data, item.packed());
  }

  private int u2(long at) {
    return Short.toUnsignedInt(file.get(U2, at));
  }

  private long u4(long at) {
    return Integer.toUnsignedLong(file.get(U4, at));
  }

  private long u8(long at) {
    return file.get(U8, at);
  }
}
