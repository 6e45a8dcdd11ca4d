package org.facewright.image;

import java.util.Arrays;
import org.facewright.image.ImageException.Reason;

/**
 * One Huffman table of a JPEG (ITU T.81, annexes C and F), with a shortcut for short codes.
 * Immutable.
 */
final class JpegCodes {
  /** Bits that are looked up at once. */
  static final int LOOK = 10;

  /** Set in an entry that holds a whole coefficient, or the end of a block. */
  static final int WHOLE = 1 << 13;

  /** Where an entry tells how many bits it uses up; shifts read no more of it. */
  static final int USED = 63;

  /** The run of zeros that stands for all that are left of a block. */
  static final int REST = 127;

  private static final int LONGEST = 16;
  private static final int ZEROS = 0xf0;

  private final int[] entries = new int[1 << LOOK];

  /** By the next {@link #LOOK} bits: how many of them are a code, 0 if it is longer. */
  private final byte[] lengths = new byte[1 << LOOK];

  /** By length: the first code that is too large for it, at 16 bits. */
  private final int[] bounds = new int[LONGEST + 2];

  /** By length: from a code to its symbol's place. */
  private final int[] offsets = new int[LONGEST + 1];

  private final byte[] symbols;

  /**
   * @param table as a file holds it: its class and number, how many codes there are of each length,
   *     and their symbols in the order of the codes
   */
  JpegCodes(byte[] table) throws ImageException {
    symbols = Arrays.copyOfRange(table, 1 + LONGEST, table.length);
    boolean first = table[0] < 0x10;
    for (byte symbol : symbols) {
      if (first && (symbol & 0xff) > 15) {
        throw new ImageException(Reason.CORRUPT, "a Huffman table has a size above 15");
      }
    }
    int code = 0;
    int place = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int codes = table[length] & 0xff;
      // The code of ones alone must stay free (annex C).
      if (code + codes >= 1 << length) {
        throw new ImageException(Reason.CORRUPT, "a Huffman table has too many codes");
      }
      offsets[length] = place - code;
      for (int i = 0; i < codes; i++) {
        if (length <= LOOK) {
          enter(code, length, symbols[place] & 0xff, first);
        }
        code++;
        place++;
      }
      bounds[length] = code << (LONGEST - length);
      code <<= 1;
    }
    bounds[LONGEST + 1] = Integer.MAX_VALUE;
  }

  private void enter(int code, int length, int symbol, boolean first) {
    int spare = LOOK - length;
    int size = symbol & 15;
    int run = size > 0 || symbol == ZEROS || first ? symbol >>> 4 : REST;
    for (int rest = 0; rest < 1 << spare; rest++) {
      lengths[code << spare | rest] = (byte) length;
      if (size <= spare) {
        int value = size == 0 ? 0 : extend(rest >>> (spare - size), size);
        entries[code << spare | rest] = length + size | run << 6 | WHOLE | value << 16;
      }
    }
  }

  /** The value that {@code size} bits after a symbol stand for. */
  static int extend(int bits, int size) {
    return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
  }

  /**
   * By the next {@link #LOOK} bits, where {@link #WHOLE} is set: how many are used up in the lowest
   * six bits, the run of zeros before a coefficient in the seven above, its value from bit 16 on.
   */
  int[] entries() {
    return entries;
  }

  /** Length of the next code, by the next 16 bits; 17 if there is none. */
  int length(int nextBits) {
    int length = lengths[nextBits >>> (LONGEST - LOOK)];
    if (length == 0) {
      length = LOOK + 1;
      while (nextBits >= bounds[length]) {
        length++;
      }
    }
    return length;
  }

  int symbol(int code, int length) {
    return symbols[code + offsets[length]] & 0xff;
  }
}
