package org.facewright.exchange.recordio;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a .rec file: magic, three bits of part number and 29 of length, payload, padding.
 *
 * <p>A payload that holds the magic at a multiple of four is cut there; the parts are joined with
 * the magic put back. Source: dmlc-core {@code recordio.cc}.
 *
 * @param offset where the first part's magic is
 * @param payload bytes of all parts together, with the magics between them
 * @param next where the next record begins
 * @param parts 1 unless the payload was cut
 */
record RecordFrame(long offset, long payload, long next, int parts) {
  static final int MAGIC = 0xced7230a;
  static final int OLD_MAGIC = 0x3ed7230a;
  static final int HEAD = 8;
  static final int LONGEST = (1 << 29) - 1;

  private static final int MOST_PARTS = 1 << 10;
  private static final int WHOLE = 0;
  private static final int FIRST = 1;
  private static final int MIDDLE = 2;
  private static final int LAST = 3;

  static final ValueLayout.OfInt U4 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** The record that begins at an offset, or null if none does. */
  static @Nullable RecordFrame at(MemorySegment file, long offset) {
    long at = offset;
    long payload = 0;
    for (int part = 1; part <= MOST_PARTS; part++) {
      if (at < 0 || at > file.byteSize() - HEAD || file.get(U4, at) != MAGIC) {
        return null;
      }
      int flag = flag(file, at);
      long length = length(file, at);
      boolean expected =
          part == 1 ? flag == WHOLE || flag == FIRST : flag == MIDDLE || flag == LAST;
      if (!expected || length > file.byteSize() - at - HEAD) {
        return null;
      }
      payload += length + (part == 1 ? 0 : Integer.BYTES);
      at += HEAD + padded(length);
      if (flag == WHOLE || flag == LAST) {
        return new RecordFrame(offset, payload, Math.min(at, file.byteSize()), part);
      }
    }
    return null;
  }

  static int flag(MemorySegment file, long at) {
    return file.get(U4, at + 4) >>> 29;
  }

  static long length(MemorySegment file, long at) {
    return file.get(U4, at + 4) & LONGEST;
  }

  static long padded(long length) {
    return (length + 3) & ~3L;
  }

  /** The payload's first bytes, up to {@code most}; of a cut payload at least its first part's. */
  MemorySegment start(MemorySegment file, long most) {
    return file.asSlice(offset + HEAD, Math.min(most, length(file, offset)));
  }

  /** The whole payload. */
  byte[] join(MemorySegment file) {
    byte[] joined = new byte[Math.toIntExact(payload)];
    MemorySegment out = MemorySegment.ofArray(joined);
    long from = offset;
    long to = 0;
    for (int part = 1; part <= parts; part++) {
      if (part > 1) {
        out.set(U4, to, MAGIC);
        to += Integer.BYTES;
      }
      long length = length(file, from);
      MemorySegment.copy(file, from + HEAD, out, to, length);
      to += length;
      from += HEAD + padded(length);
    }
    return joined;
  }
}
