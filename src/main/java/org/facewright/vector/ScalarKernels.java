package org.facewright.vector;

/** The reference: what the loops mean, written to be read. Stateless. */
final class ScalarKernels implements KernelSet {
  @Override
  public float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum = Math.fma(a[aStart + i], b[bStart + i], sum);
    }
    return sum;
  }

  @Override
  public void products(
      float[] a,
      int aFirst,
      int aRows,
      float[] b,
      int bFirst,
      int bRows,
      int columns,
      float[] target) {
    for (int i = 0; i < aRows; i++) {
      for (int j = 0; j < bRows; j++) {
        target[i * bRows + j] = dot(a, (aFirst + i) * columns, b, (bFirst + j) * columns, columns);
      }
    }
  }

  @Override
  public void pairs(float[] rows, int first, int count, int columns, float[] target) {
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        target[next++] = dot(rows, (first + i) * columns, rows, (first + j) * columns, columns);
      }
    }
  }

  @Override
  public float exactDot(float[] a, int aStart, float[] b, int bStart, int length) {
    float[] sums = new float[Kernels.EXACT_SUMS];
    for (int i = 0; i < length; i++) {
      int sum = i % Kernels.EXACT_SUMS;
      sums[sum] = Math.fma(a[aStart + i], b[bStart + i], sums[sum]);
    }
    return fold(sums);
  }

  @Override
  public void exactDots(
      float[] a, int aStart, float[] b, int bStart, int step, int count, int length, float[] to) {
    for (int i = 0; i < count; i++) {
      to[i] = exactDot(a, aStart, b, bStart + i * step, length);
    }
  }

  /** Halves the sums until one is left. */
  static float fold(float[] sums) {
    for (int half = sums.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sums[i] += sums[i + half];
      }
    }
    return sums[0];
  }

  @Override
  public void maxima(float[] a, int aFirst, int aRows, float[] panel, int columns, float[] best) {
    for (int i = aFirst; i < aFirst + aRows; i++) {
      for (int j = 0; j < Kernels.PANEL; j++) {
        float sum = 0;
        for (int k = 0; k < columns; k++) {
          sum = Math.fma(a[i * columns + k], panel[k * Kernels.PANEL + j], sum);
        }
        best[i * Kernels.PANEL + j] = Math.max(best[i * Kernels.PANEL + j], sum);
      }
    }
  }

  @Override
  public long atLeast(short[] values, int start, int count, short least) {
    return atLeast(values, start, 0, count, least);
  }

  /** Bits {@code from} to before {@code to} alone; no branch depends on a value. */
  static long atLeast(short[] values, int start, int from, int to, short least) {
    long bits = 0;
    for (int i = from; i < to; i++) {
      bits |= (long) (least - 1 - values[start + i] >>> 31) << i;
    }
    return bits;
  }

  /** Swaps halves, then quarters, down to single bits (Warren, "Hacker's Delight", 7-3). */
  @Override
  public void transpose(long[] square) {
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
