package org.facewright.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same loops on the Vector API. Sums run lane by lane, so results differ from the reference by
 * rounding only (about 1e-6 for unit rows of 512). Stateless.
 */
final class SimdKernels implements KernelSet {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  /** Rows of a tile on each side: 16 sums stay in registers while 8 rows are read once. */
  private static final int TILE = 4;

  /** Rows that {@link #maxima} takes at a time. */
  private static final int WIDE = 6;

  private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(LANES, 8, 1, true);
  private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(LANES, 4, 1, true);
  private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(LANES, 2, 1, true);
  private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(LANES, 1, 1, true);
  private static final ScalarKernels SCALAR = new ScalarKernels();

  @Override
  public float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    int bound = LANES.loopBound(length);
    FloatVector sum = FloatVector.zero(LANES);
    for (int i = 0; i < bound; i += LANES.length()) {
      FloatVector left = FloatVector.fromArray(LANES, a, aStart + i);
      sum = left.fma(FloatVector.fromArray(LANES, b, bStart + i), sum);
    }
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int i = bound; i < length; i++) {
      total = Math.fma(a[aStart + i], b[bStart + i], total);
    }
    return total;
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
    float[] tile = new float[TILE * TILE];
    for (int i = 0; i < aRows; i += TILE) {
      for (int j = 0; j < bRows; j += TILE) {
        tile(a, aFirst + i, aFirst + aRows - 1, b, bFirst + j, bFirst + bRows - 1, columns, tile);
        for (int r = 0; r < Math.min(TILE, aRows - i); r++) {
          System.arraycopy(tile, r * TILE, target, (i + r) * bRows + j, Math.min(TILE, bRows - j));
        }
      }
    }
  }

  @Override
  public void pairs(float[] rows, int first, int count, int columns, float[] target) {
    float[] tile = new float[TILE * TILE];
    for (int i = 0; i < count; i += TILE) {
      for (int j = i; j < count; j += TILE) {
        int last = first + count - 1;
        tile(rows, first + i, last, rows, first + j, last, columns, tile);
        storePairs(tile, i, j, count, target);
      }
    }
  }

  private static void storePairs(float[] tile, int i, int j, int count, float[] target) {
    for (int row = i; row < Math.min(i + TILE, count); row++) {
      int rowStart = Kernels.pairIndex(row, row + 1, count) - row - 1;
      for (int column = Math.max(j, row + 1); column < Math.min(j + TILE, count); column++) {
        target[rowStart + column] = tile[(row - i) * TILE + column - j];
      }
    }
  }

  /** Sixteen dot products at once; rows beyond the last are computed as the last one again. */
  private static void tile(
      float[] a, int aRow, int aLast, float[] b, int bRow, int bLast, int columns, float[] out) {
    int a0 = aRow * columns;
    int a1 = Math.min(aRow + 1, aLast) * columns;
    int a2 = Math.min(aRow + 2, aLast) * columns;
    int a3 = Math.min(aRow + 3, aLast) * columns;
    int b0 = bRow * columns;
    int b1 = Math.min(bRow + 1, bLast) * columns;
    int b2 = Math.min(bRow + 2, bLast) * columns;
    int b3 = Math.min(bRow + 3, bLast) * columns;
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector s00 = zero, s01 = zero, s02 = zero, s03 = zero;
    FloatVector s10 = zero, s11 = zero, s12 = zero, s13 = zero;
    FloatVector s20 = zero, s21 = zero, s22 = zero, s23 = zero;
    FloatVector s30 = zero, s31 = zero, s32 = zero, s33 = zero;
    int bound = LANES.loopBound(columns);
    for (int k = 0; k < bound; k += LANES.length()) {
      FloatVector y0 = FloatVector.fromArray(LANES, b, b0 + k);
      FloatVector y1 = FloatVector.fromArray(LANES, b, b1 + k);
      FloatVector y2 = FloatVector.fromArray(LANES, b, b2 + k);
      FloatVector y3 = FloatVector.fromArray(LANES, b, b3 + k);
      FloatVector x = FloatVector.fromArray(LANES, a, a0 + k);
      s00 = x.fma(y0, s00);
      s01 = x.fma(y1, s01);
      s02 = x.fma(y2, s02);
      s03 = x.fma(y3, s03);
      x = FloatVector.fromArray(LANES, a, a1 + k);
      s10 = x.fma(y0, s10);
      s11 = x.fma(y1, s11);
      s12 = x.fma(y2, s12);
      s13 = x.fma(y3, s13);
      x = FloatVector.fromArray(LANES, a, a2 + k);
      s20 = x.fma(y0, s20);
      s21 = x.fma(y1, s21);
      s22 = x.fma(y2, s22);
      s23 = x.fma(y3, s23);
      x = FloatVector.fromArray(LANES, a, a3 + k);
      s30 = x.fma(y0, s30);
      s31 = x.fma(y1, s31);
      s32 = x.fma(y2, s32);
      s33 = x.fma(y3, s33);
    }
    out[0] = s00.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b0, bound, columns);
    out[1] = s01.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b1, bound, columns);
    out[2] = s02.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b2, bound, columns);
    out[3] = s03.reduceLanes(VectorOperators.ADD) + tail(a, a0, b, b3, bound, columns);
    out[4] = s10.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b0, bound, columns);
    out[5] = s11.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b1, bound, columns);
    out[6] = s12.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b2, bound, columns);
    out[7] = s13.reduceLanes(VectorOperators.ADD) + tail(a, a1, b, b3, bound, columns);
    out[8] = s20.reduceLanes(VectorOperators.ADD) + tail(a, a2, b, b0, bound, columns);
    out[9] = s21.reduceLanes(VectorOperators.ADD) + tail(a, a2, b, b1, bound, columns);
    out[10] = s22.reduceLanes(VectorOperators.ADD) + tail(a, a2, b, b2, bound, columns);
    out[11] = s23.reduceLanes(VectorOperators.ADD) + tail(a, a2, b, b3, bound, columns);
    out[12] = s30.reduceLanes(VectorOperators.ADD) + tail(a, a3, b, b0, bound, columns);
    out[13] = s31.reduceLanes(VectorOperators.ADD) + tail(a, a3, b, b1, bound, columns);
    out[14] = s32.reduceLanes(VectorOperators.ADD) + tail(a, a3, b, b2, bound, columns);
    out[15] = s33.reduceLanes(VectorOperators.ADD) + tail(a, a3, b, b3, bound, columns);
  }

  private static float tail(float[] a, int aStart, float[] b, int bStart, int from, int columns) {
    float sum = 0;
    for (int i = from; i < columns; i++) {
      sum = Math.fma(a[aStart + i], b[bStart + i], sum);
    }
    return sum;
  }

  @Override
  public float exactDot(float[] a, int aStart, float[] b, int bStart, int length) {
    float[] one = new float[1];
    exactDots(a, aStart, b, bStart, 0, 1, length, one);
    return one[0];
  }

  @Override
  public void exactDots(
      float[] a, int aStart, float[] b, int bStart, int step, int count, int length, float[] to) {
    if (LANES.length() != Kernels.EXACT_SUMS) {
      for (int i = 0; i < count; i++) {
        to[i] = narrowDot(a, aStart, b, bStart + i * step, length);
      }
      return;
    }
    int bound = length - length % Kernels.EXACT_SUMS;
    for (int i = 0; i < count; i += 4) {
      int b0 = bStart + i * step;
      int b1 = bStart + Math.min(i + 1, count - 1) * step;
      int b2 = bStart + Math.min(i + 2, count - 1) * step;
      int b3 = bStart + Math.min(i + 3, count - 1) * step;
      FloatVector zero = FloatVector.zero(LANES);
      FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
      for (int k = 0; k < bound; k += Kernels.EXACT_SUMS) {
        FloatVector x = FloatVector.fromArray(LANES, a, aStart + k);
        s0 = x.fma(FloatVector.fromArray(LANES, b, b0 + k), s0);
        s1 = x.fma(FloatVector.fromArray(LANES, b, b1 + k), s1);
        s2 = x.fma(FloatVector.fromArray(LANES, b, b2 + k), s2);
        s3 = x.fma(FloatVector.fromArray(LANES, b, b3 + k), s3);
      }
      if (bound < length) {
        VectorMask<Float> rest = LANES.indexInRange(bound, length);
        FloatVector x = FloatVector.fromArray(LANES, a, aStart + bound, rest);
        // Lanes beyond the end hold 0 * 0 and keep their sums.
        s0 = x.fma(FloatVector.fromArray(LANES, b, b0 + bound, rest), s0);
        s1 = x.fma(FloatVector.fromArray(LANES, b, b1 + bound, rest), s1);
        s2 = x.fma(FloatVector.fromArray(LANES, b, b2 + bound, rest), s2);
        s3 = x.fma(FloatVector.fromArray(LANES, b, b3 + bound, rest), s3);
      }
      to[i] = fold(s0);
      to[Math.min(i + 1, count - 1)] = fold(s1);
      to[Math.min(i + 2, count - 1)] = fold(s2);
      to[Math.min(i + 3, count - 1)] = fold(s3);
    }
  }

  /** As {@link ScalarKernels#fold}, within a register. */
  private static float fold(FloatVector sums) {
    FloatVector s = sums.add(sums.rearrange(BY_8));
    s = s.add(s.rearrange(BY_4));
    s = s.add(s.rearrange(BY_2));
    return s.add(s.rearrange(BY_1)).lane(0);
  }

  /** With fewer lanes than sums: one part of the sums after another. */
  private static float narrowDot(float[] a, int aStart, float[] b, int bStart, int length) {
    int lanes = LANES.length();
    if (lanes > Kernels.EXACT_SUMS) {
      return SCALAR.exactDot(a, aStart, b, bStart, length);
    }
    int bound = length - length % Kernels.EXACT_SUMS;
    float[] sums = new float[Kernels.EXACT_SUMS];
    for (int part = 0; part < Kernels.EXACT_SUMS; part += lanes) {
      FloatVector sum = FloatVector.zero(LANES);
      for (int i = part; i < bound; i += Kernels.EXACT_SUMS) {
        FloatVector left = FloatVector.fromArray(LANES, a, aStart + i);
        sum = left.fma(FloatVector.fromArray(LANES, b, bStart + i), sum);
      }
      sum.intoArray(sums, part);
    }
    for (int i = bound; i < length; i++) {
      sums[i - bound] = Math.fma(a[aStart + i], b[bStart + i], sums[i - bound]);
    }
    return ScalarKernels.fold(sums);
  }

  @Override
  public void maxima(float[] a, int aFirst, int aRows, float[] panel, int columns, float[] best) {
    for (int part = 0; part < Kernels.PANEL; part += 4 * LANES.length()) {
      for (int i = 0; i < aRows; i += WIDE) {
        int last = aFirst + aRows - 1;
        wide(a, aFirst + i, last, panel, part, columns, best);
      }
    }
  }

  /** Six rows with four vectors of a panel: 24 sums in registers, no sum across lanes. */
  private static void wide(
      float[] a, int row, int last, float[] panel, int part, int columns, float[] best) {
    int a0 = row * columns;
    int a1 = Math.min(row + 1, last) * columns;
    int a2 = Math.min(row + 2, last) * columns;
    int a3 = Math.min(row + 3, last) * columns;
    int a4 = Math.min(row + 4, last) * columns;
    int a5 = Math.min(row + 5, last) * columns;
    int step = LANES.length();
    FloatVector zero = FloatVector.zero(LANES);
    FloatVector s00 = zero, s01 = zero, s02 = zero, s03 = zero;
    FloatVector s10 = zero, s11 = zero, s12 = zero, s13 = zero;
    FloatVector s20 = zero, s21 = zero, s22 = zero, s23 = zero;
    FloatVector s30 = zero, s31 = zero, s32 = zero, s33 = zero;
    FloatVector s40 = zero, s41 = zero, s42 = zero, s43 = zero;
    FloatVector s50 = zero, s51 = zero, s52 = zero, s53 = zero;
    for (int k = 0; k < columns; k++) {
      int at = k * Kernels.PANEL + part;
      FloatVector y0 = FloatVector.fromArray(LANES, panel, at);
      FloatVector y1 = FloatVector.fromArray(LANES, panel, at + step);
      FloatVector y2 = FloatVector.fromArray(LANES, panel, at + 2 * step);
      FloatVector y3 = FloatVector.fromArray(LANES, panel, at + 3 * step);
      FloatVector x = FloatVector.broadcast(LANES, a[a0 + k]);
      s00 = x.fma(y0, s00);
      s01 = x.fma(y1, s01);
      s02 = x.fma(y2, s02);
      s03 = x.fma(y3, s03);
      x = FloatVector.broadcast(LANES, a[a1 + k]);
      s10 = x.fma(y0, s10);
      s11 = x.fma(y1, s11);
      s12 = x.fma(y2, s12);
      s13 = x.fma(y3, s13);
      x = FloatVector.broadcast(LANES, a[a2 + k]);
      s20 = x.fma(y0, s20);
      s21 = x.fma(y1, s21);
      s22 = x.fma(y2, s22);
      s23 = x.fma(y3, s23);
      x = FloatVector.broadcast(LANES, a[a3 + k]);
      s30 = x.fma(y0, s30);
      s31 = x.fma(y1, s31);
      s32 = x.fma(y2, s32);
      s33 = x.fma(y3, s33);
      x = FloatVector.broadcast(LANES, a[a4 + k]);
      s40 = x.fma(y0, s40);
      s41 = x.fma(y1, s41);
      s42 = x.fma(y2, s42);
      s43 = x.fma(y3, s43);
      x = FloatVector.broadcast(LANES, a[a5 + k]);
      s50 = x.fma(y0, s50);
      s51 = x.fma(y1, s51);
      s52 = x.fma(y2, s52);
      s53 = x.fma(y3, s53);
    }
    int at = row * Kernels.PANEL + part;
    s00.max(FloatVector.fromArray(LANES, best, at)).intoArray(best, at);
    s01.max(FloatVector.fromArray(LANES, best, at + step)).intoArray(best, at + step);
    s02.max(FloatVector.fromArray(LANES, best, at + 2 * step)).intoArray(best, at + 2 * step);
    s03.max(FloatVector.fromArray(LANES, best, at + 3 * step)).intoArray(best, at + 3 * step);
    if (row + 1 <= last) {
      s10.max(FloatVector.fromArray(LANES, best, at + Kernels.PANEL))
          .intoArray(best, at + Kernels.PANEL);
      s11.max(FloatVector.fromArray(LANES, best, at + Kernels.PANEL + step))
          .intoArray(best, at + Kernels.PANEL + step);
      s12.max(FloatVector.fromArray(LANES, best, at + Kernels.PANEL + 2 * step))
          .intoArray(best, at + Kernels.PANEL + 2 * step);
      s13.max(FloatVector.fromArray(LANES, best, at + Kernels.PANEL + 3 * step))
          .intoArray(best, at + Kernels.PANEL + 3 * step);
    }
    if (row + 2 <= last) {
      s20.max(FloatVector.fromArray(LANES, best, at + 2 * Kernels.PANEL))
          .intoArray(best, at + 2 * Kernels.PANEL);
      s21.max(FloatVector.fromArray(LANES, best, at + 2 * Kernels.PANEL + step))
          .intoArray(best, at + 2 * Kernels.PANEL + step);
      s22.max(FloatVector.fromArray(LANES, best, at + 2 * Kernels.PANEL + 2 * step))
          .intoArray(best, at + 2 * Kernels.PANEL + 2 * step);
      s23.max(FloatVector.fromArray(LANES, best, at + 2 * Kernels.PANEL + 3 * step))
          .intoArray(best, at + 2 * Kernels.PANEL + 3 * step);
    }
    if (row + 3 <= last) {
      s30.max(FloatVector.fromArray(LANES, best, at + 3 * Kernels.PANEL))
          .intoArray(best, at + 3 * Kernels.PANEL);
      s31.max(FloatVector.fromArray(LANES, best, at + 3 * Kernels.PANEL + step))
          .intoArray(best, at + 3 * Kernels.PANEL + step);
      s32.max(FloatVector.fromArray(LANES, best, at + 3 * Kernels.PANEL + 2 * step))
          .intoArray(best, at + 3 * Kernels.PANEL + 2 * step);
      s33.max(FloatVector.fromArray(LANES, best, at + 3 * Kernels.PANEL + 3 * step))
          .intoArray(best, at + 3 * Kernels.PANEL + 3 * step);
    }
    if (row + 4 <= last) {
      s40.max(FloatVector.fromArray(LANES, best, at + 4 * Kernels.PANEL))
          .intoArray(best, at + 4 * Kernels.PANEL);
      s41.max(FloatVector.fromArray(LANES, best, at + 4 * Kernels.PANEL + step))
          .intoArray(best, at + 4 * Kernels.PANEL + step);
      s42.max(FloatVector.fromArray(LANES, best, at + 4 * Kernels.PANEL + 2 * step))
          .intoArray(best, at + 4 * Kernels.PANEL + 2 * step);
      s43.max(FloatVector.fromArray(LANES, best, at + 4 * Kernels.PANEL + 3 * step))
          .intoArray(best, at + 4 * Kernels.PANEL + 3 * step);
    }
    if (row + 5 <= last) {
      s50.max(FloatVector.fromArray(LANES, best, at + 5 * Kernels.PANEL))
          .intoArray(best, at + 5 * Kernels.PANEL);
      s51.max(FloatVector.fromArray(LANES, best, at + 5 * Kernels.PANEL + step))
          .intoArray(best, at + 5 * Kernels.PANEL + step);
      s52.max(FloatVector.fromArray(LANES, best, at + 5 * Kernels.PANEL + 2 * step))
          .intoArray(best, at + 5 * Kernels.PANEL + 2 * step);
      s53.max(FloatVector.fromArray(LANES, best, at + 5 * Kernels.PANEL + 3 * step))
          .intoArray(best, at + 5 * Kernels.PANEL + 3 * step);
    }
  }

  @Override
  public long atLeast(short[] values, int start, int count, short least) {
    return SimdBits.atLeast(values, start, count, least);
  }

  @Override
  public void transpose(long[] square) {
    SimdBits.transpose(square);
  }
}
