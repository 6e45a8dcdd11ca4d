package org.facewright.clustering;

import org.facewright.vector.Kernels;

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
        Kernels.transpose(square);
        int width = Math.min(64, size - 64 * column);
        for (int i = 0; i < width; i++) {
          bits[(64 * column + i) * words + row] |= square[i];
        }
      }
    }
  }
}
