package org.facewright.exchange.lmdb;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Reads the few msgpack types of these files: arrays, byte strings, whole numbers.
 *
 * <p>Nothing is copied or allocated before its length has been checked against the bytes that are
 * there. Old writers (msgpack before 1.0) stored bytes as "raw"; both are taken.
 */
final class MsgPackCursor {
  private static final ValueLayout.OfShort U2 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt U4 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong U8 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment bytes;
  private long position;

  MsgPackCursor(MemorySegment bytes) {
    this.bytes = bytes;
  }

  long position() {
    return position;
  }

  void position(long newPosition) {
    position = newPosition;
  }

  /** Number of elements of the array that begins here. */
  long array() throws LmdbDamage {
    int type = u1();
    if ((type & 0xf0) == 0x90) {
      return type & 0x0f;
    }
    return switch (type) {
      case 0xdc -> u2();
      case 0xdd -> u4();
      default -> throw unexpected("an array", type);
    };
  }

  /** The byte string that begins here, where it lies. */
  MemorySegment binary() throws LmdbDamage {
    int type = u1();
    long length;
    if ((type & 0xe0) == 0xa0) {
      length = type & 0x1f;
    } else {
      length =
          switch (type) {
            case 0xc4, 0xd9 -> u1();
            case 0xc5, 0xda -> u2();
            case 0xc6, 0xdb -> u4();
            default -> throw unexpected("bytes", type);
          };
    }
    return bytes.asSlice(take(length), length);
  }

  long integer() throws LmdbDamage {
    int type = u1();
    if (type < 0x80 || type >= 0xe0) {
      return (byte) type;
    }
    return switch (type) {
      case 0xcc -> u1();
      case 0xcd -> u2();
      case 0xce -> u4();
      case 0xcf, 0xd3 -> bytes.get(U8, take(8));
      case 0xd0 -> (byte) u1();
      case 0xd1 -> (short) u2();
      case 0xd2 -> (int) u4();
      default -> throw unexpected("a whole number", type);
    };
  }

  private int u1() throws LmdbDamage {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, take(1)));
  }

  private int u2() throws LmdbDamage {
    return Short.toUnsignedInt(bytes.get(U2, take(2)));
  }

  private long u4() throws LmdbDamage {
    return Integer.toUnsignedLong(bytes.get(U4, take(4)));
  }

  private long take(long length) throws LmdbDamage {
    if (length > bytes.byteSize() - position) {
      throw new LmdbDamage(-1, "its value ends too early");
    }
    long start = position;
    position += length;
    return start;
  }

  private static LmdbDamage unexpected(String wanted, int type) {
    return new LmdbDamage(
        -1, "its value holds 0x" + Integer.toHexString(type) + " instead of " + wanted);
  }
}
