package org.facewright.clustering;

/** Square matrices of bits, rows of {@code (size + 63) / 64} words. */
final class BitMatrix {
  private BitMatrix() {}

  /**
   * Copies what is above the diagonal to below it.
   *
   * @param bits [size][words], nothing set below the diagonal
   */
  static void mirror(long[] bits, int size) {
    int words = (size + 63) >>> 6;
    long[] square = new long[64];
    for (int row = 0; row < words; row++) {
      for (int column = row; column < words; column++) {
        int height = Math.min(64, size - 64 * row);
        for (int i = 0; i < 64; i++) {
          square[i] = i < height ? bits[(64 * row + i) * words + column] : 0;
        }
        transpose(square);
        int width = Math.min(64, size - 64 * column);
        for (int i = 0; i < width; i++) {
          bits[(64 * column + i) * words + row] |= square[i];
        }
      }
    }
  }

  /**
   * Turns 64 x 64 bits about their diagonal: swaps halves, then quarters, down to single bits
   * (Warren, "Hacker's Delight", 7-3).
   */
  static void transpose(long[] square) {
    long mask = 0xffff_ffffL;
    for (int width = 32; width != 0; width >>>= 1) {
      for (int i = 0; i < 64; i = (i + width + 1) & ~width) {
        long swapped = (square[i] >>> width ^ square[i + width]) & mask;
        square[i] ^= swapped << width;
        square[i + width] ^= swapped;
      }
      mask ^= mask << (width >>> 1);
    }
  }
}
