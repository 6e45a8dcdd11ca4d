package org.facewright.exchange.archive;

import java.nio.charset.StandardCharsets;

/**
 * One 512-byte header of a tar archive (ustar, GNU, pax).
 *
 * @param type '0' file, '5' folder, '1' and '2' links, 'L' long name, 'x' and 'g' pax
 */
record TarHeader(String name, long size, char type) {
  static final int BLOCK = 512;

  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String reason) {
      super(reason);
    }
  }

  static boolean zero(byte[] block) {
    for (byte value : block) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  static TarHeader parse(byte[] block) throws Bad {
    if (number(block, 148, 8) != checksum(block)) {
      throw new Bad("a tar header's checksum does not match");
    }
    char type = block[156] == 0 ? '0' : (char) block[156];
    long size = number(block, 124, 12);
    if (size < 0) {
      throw new Bad("a tar entry of negative size");
    }
    String name = text(block, 0, 100);
    boolean posix = text(block, 257, 6).equals("ustar");
    String prefix = posix ? text(block, 345, 155) : "";
    return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, size, type);
  }

  private static long checksum(byte[] block) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : Byte.toUnsignedInt(block[i]);
    }
    return sum;
  }

  static String text(byte[] block, int from, int most) {
    int end = from;
    while (end < from + most && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  /** Octal digits, or GNU's binary form for what they cannot hold. */
  private static long number(byte[] block, int from, int length) throws Bad {
    long value = 0;
    if ((block[from] & 0x80) != 0) {
      for (int i = from + length - 8; i < from + length; i++) {
        value = value << 8 | Byte.toUnsignedLong(block[i]);
      }
      return value;
    }
    for (int i = from; i < from + length; i++) {
      char digit = (char) block[i];
      if (digit >= '0' && digit <= '7') {
        value = value << 3 | (digit - '0');
      } else if (digit != ' ' && digit != 0) {
        throw new Bad("a tar header's number is not octal");
      }
    }
    return value;
  }

  /** A file's own data, as opposed to folders, links and headers. */
  boolean file() {
    return type == '0' || type == '7';
  }

  boolean link() {
    return type == '1' || type == '2';
  }
}
