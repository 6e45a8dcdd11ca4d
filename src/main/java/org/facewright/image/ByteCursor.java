package org.facewright.image;

import java.nio.charset.StandardCharsets;
import org.facewright.image.ImageException.Reason;

/** Reads numbers of either byte order out of a file in memory; its end is an error. */
final class ByteCursor {
  private final byte[] bytes;
  private int at;

  ByteCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return at;
  }

  int length() {
    return bytes.length;
  }

  int remaining() {
    return bytes.length - at;
  }

  void moveTo(long position) throws ImageException {
    if (position < 0 || position > bytes.length) {
      throw truncated();
    }
    at = (int) position;
  }

  void skip(long count) throws ImageException {
    moveTo(at + count);
  }

  int u8() throws ImageException {
    if (at >= bytes.length) {
      throw truncated();
    }
    return bytes[at++] & 0xff;
  }

  int u16() throws ImageException {
    return u8() << 8 | u8();
  }

  long u32() throws ImageException {
    return (long) u16() << 16 | u16();
  }

  int u16le() throws ImageException {
    return u8() | u8() << 8;
  }

  int u24le() throws ImageException {
    return u16le() | u8() << 16;
  }

  long u32le() throws ImageException {
    return u16le() | (long) u16le() << 16;
  }

  String ascii(int count) throws ImageException {
    if (remaining() < count) {
      throw truncated();
    }
    at += count;
    return new String(bytes, at - count, count, StandardCharsets.US_ASCII);
  }

  /** The bytes from here on, without moving. */
  byte[] copy(int count) throws ImageException {
    if (remaining() < count) {
      throw truncated();
    }
    byte[] copy = new byte[count];
    System.arraycopy(bytes, at, copy, 0, count);
    return copy;
  }

  byte[] bytes() {
    return bytes;
  }

  static ImageException truncated() {
    return new ImageException(Reason.TRUNCATED, "the file breaks off");
  }
}
