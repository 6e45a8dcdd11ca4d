package org.facewright.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bits of a JPEG's scan, and the blocks in them. One thread. */
final class JpegBits {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int MARKER = 0xff;
  private static final int COEFFICIENTS = 64;
  private static final int FAR = 1 << 20;

  private final byte[] data;
  private int at;

  /** The next bits, from the highest on. */
  private long bits;

  private int count;

  /** Of {@code count}, how many the file does not have. */
  private int lent;

  JpegBits(byte[] data, int at) {
    this.data = data;
    this.at = at;
  }

  /** Makes sure of 32 bits and more. */
  private void fill() {
    if (count > 32) {
      return;
    }
    if (at + Long.BYTES <= data.length) {
      long next = (long) LONGS.get(data, at);
      // No byte is 0xff, which would begin a marker or stand for itself with a zero behind it.
      if ((next & ~(next + 0x0101_0101_0101_0101L) & 0x8080_8080_8080_8080L) == 0) {
        // Bits of a byte that fits in part only come again with the whole byte.
        bits |= next >>> count;
        int whole = (Long.SIZE - 1 - count) / Byte.SIZE;
        at += whole;
        count += whole * Byte.SIZE;
        return;
      }
    }
    fillByByte();
  }

  private void fillByByte() {
    while (count <= 56) {
      int next = at < data.length ? data[at] & 0xff : MARKER;
      if (next != MARKER) {
        at++;
      } else if (at + 1 < data.length && data[at + 1] == 0) {
        at += 2;
      } else {
        next = 0;
        lent += 8;
      }
      bits |= (long) next << (56 - count);
      count += 8;
    }
  }

  private int take(int number) {
    int taken = (int) (bits >>> (64 - number));
    skip(number);
    return taken;
  }

  private void skip(int number) {
    bits <<= number;
    count -= number;
  }

  /**
   * Reads one block.
   *
   * @param into receives each coefficient that is not 0, times its step
   * @param before the first coefficient of the component's block before, not yet multiplied
   * @return this block's, or {@link Integer#MIN_VALUE} if the file is damaged
   */
  int block(JpegCodes first, JpegCodes others, JpegPlane into, int block, int before) {
    int value = before + difference(first);
    if (value != (short) value) {
      return Integer.MIN_VALUE;
    }
    into.blocks()[into.place(block)] = value * into.steps()[0];
    return others(others, into, into.place(block)) ? value : Integer.MIN_VALUE;
  }

  /** From the component's block before to this one; far out of range if the file is damaged. */
  private int difference(JpegCodes codes) {
    fill();
    int entry = codes.entries()[(int) (bits >>> (64 - JpegCodes.LOOK))];
    if ((entry & JpegCodes.WHOLE) != 0) {
      skip(entry & JpegCodes.USED);
      return entry >> 16;
    }
    int size = symbol(codes);
    if (size < 0 || size > 11) {
      return FAR;
    }
    return size == 0 ? 0 : JpegCodes.extend(take(size), size);
  }

  /** All coefficients but the first; the bits stay in registers. */
  private boolean others(JpegCodes codes, JpegPlane into, int at) {
    int[] steps = into.steps();
    int[] places = into.places();
    int[] blocks = into.blocks();
    int[] entries = codes.entries();
    long next = bits;
    int left = count;
    for (int k = 1; k < COEFFICIENTS; k++) {
      if (left < JpegCodes.LOOK) {
        bits = next;
        count = left;
        fill();
        next = bits;
        left = count;
      }
      int entry = entries[(int) (next >>> (64 - JpegCodes.LOOK))];
      if ((entry & JpegCodes.WHOLE) != 0) {
        next <<= entry;
        left -= entry & JpegCodes.USED;
        int run = entry >>> 6 & JpegCodes.REST;
        k += run;
        if (k >= COEFFICIENTS) {
          bits = next;
          count = left;
          return run == JpegCodes.REST;
        }
        blocks[places[k] + at] = (entry >> 16) * steps[k];
        continue;
      }
      bits = next;
      count = left;
      int symbol = symbol(codes);
      int size = symbol & 15;
      if (size == 0 && symbol != 0xf0) {
        return symbol >= 0;
      }
      k += symbol >> 4;
      if (k >= COEFFICIENTS) {
        return false;
      }
      if (size > 0) {
        blocks[places[k] + at] = JpegCodes.extend(take(size), size) * steps[k];
      }
      next = bits;
      left = count;
    }
    bits = next;
    count = left;
    return true;
  }

  /** The next symbol, -1 if no code begins so; at least 16 bits are there behind it. */
  private int symbol(JpegCodes codes) {
    fill();
    int length = codes.length((int) (bits >>> 48));
    return length > 16 ? -1 : codes.symbol(take(length), length);
  }

  /** Passes a marker, which must come next. */
  boolean pass(int marker) {
    if (count - lent >= 8 || lent > count) {
      return false;
    }
    while (at + 1 < data.length && (data[at] & 0xff) == MARKER && data[at + 1] == (byte) MARKER) {
      at++;
    }
    boolean there =
        at + 1 < data.length && (data[at] & 0xff) == MARKER && (data[at + 1] & 0xff) == marker;
    at += 2;
    bits = 0;
    count = 0;
    lent = 0;
    return there;
  }
}
