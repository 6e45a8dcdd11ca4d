package org.facewright.exchange.lmdb;

import java.nio.ByteBuffer;

/** Writes the few msgpack types of these files, each in its shortest form. */
final class MsgPack {
  /** Longest head of an array, of bytes, or of a whole number. */
  private static final int LONGEST = 9;

  private MsgPack() {}

  static byte[] array(long count) {
    ByteBuffer out = ByteBuffer.allocate(LONGEST);
    if (count < 16) {
      out.put((byte) (0x90 | count));
    } else if (count < 1 << 16) {
      out.put((byte) 0xdc).putShort((short) count);
    } else {
      out.put((byte) 0xdd).putInt(Math.toIntExact(count));
    }
    return done(out);
  }

  static byte[] binary(long length) {
    ByteBuffer out = ByteBuffer.allocate(LONGEST);
    if (length < 1 << 8) {
      out.put((byte) 0xc4).put((byte) length);
    } else if (length < 1 << 16) {
      out.put((byte) 0xc5).putShort((short) length);
    } else {
      out.put((byte) 0xc6).putInt(Math.toIntExact(length));
    }
    return done(out);
  }

  static byte[] integer(long value) {
    ByteBuffer out = ByteBuffer.allocate(LONGEST);
    if (value < 1 << 7) {
      out.put((byte) value);
    } else if (value < 1 << 8) {
      out.put((byte) 0xcc).put((byte) value);
    } else if (value < 1 << 16) {
      out.put((byte) 0xcd).putShort((short) value);
    } else if (value < 1L << 32) {
      out.put((byte) 0xce).putInt((int) value);
    } else {
      out.put((byte) 0xcf).putLong(value);
    }
    return done(out);
  }

  private static byte[] done(ByteBuffer out) {
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
