package org.facewright.network.pickle;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** A cursor over the bytes of a pickle that never reads past their end. One thread at a time. */
final class PickleInput {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble BIG_DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment bytes;
  private long position;

  PickleInput(MemorySegment bytes, long start) {
    this.bytes = bytes;
    this.position = start;
  }

  long position() {
    return position;
  }

  MemorySegment bytes() {
    return bytes;
  }

  boolean atEnd() {
    return position >= bytes.byteSize();
  }

  /** Moves past {@code length} bytes and returns where they start. */
  long take(long length) throws PickleRefusal {
    long left = bytes.byteSize() - position;
    if (length < 0 || length > left) {
      String wanted = Long.toUnsignedString(length);
      throw new PickleRefusal("it needs " + wanted + " bytes, but only " + left + " remain");
    }
    long start = position;
    position += length;
    return start;
  }

  int u1() throws PickleRefusal {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, take(1)));
  }

  int u2() throws PickleRefusal {
    return u1() | u1() << 8;
  }

  int i4() throws PickleRefusal {
    return bytes.get(INT, take(4));
  }

  long u4() throws PickleRefusal {
    return Integer.toUnsignedLong(i4());
  }

  long i8() throws PickleRefusal {
    return bytes.get(LONG, take(8));
  }

  double bigEndianDouble() throws PickleRefusal {
    return bytes.get(BIG_DOUBLE, take(8));
  }

  byte[] copy(long length) throws PickleRefusal {
    long start = take(length);
    return bytes.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /** The bytes up to the next line feed, which is passed over. */
  byte[] line(int longest) throws PickleRefusal {
    long end = position;
    long limit = Math.min(bytes.byteSize(), position + longest + 1L);
    while (end < limit && bytes.get(ValueLayout.JAVA_BYTE, end) != '\n') {
      end++;
    }
    if (end >= bytes.byteSize()) {
      throw new PickleRefusal("its line has no end");
    }
    if (end >= limit) {
      throw new PickleRefusal("its line is longer than " + longest + " bytes");
    }
    byte[] line = copy(end - position);
    position++;
    return line;
  }
}
