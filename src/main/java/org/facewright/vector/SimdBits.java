package org.facewright.vector;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Bits of comparisons, and squares of them, on the Vector API. Stateless. */
final class SimdBits {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorShuffle<Long> FOUR_ON = lanesOn(4);
  private static final VectorShuffle<Long> TWO_ON = lanesOn(2);
  private static final VectorShuffle<Long> ONE_ON = lanesOn(1);
  private static final VectorMask<Long> FOURS = upperLanes(4);
  private static final VectorMask<Long> TWOS = upperLanes(2);
  private static final VectorMask<Long> ONES = upperLanes(1);

  private SimdBits() {}

  /** As {@link Kernels#atLeast}. */
  static long atLeast(short[] values, int start, int count, short least) {
    long bits = 0;
    int i = 0;
    // Whole vectors, also past the last value: what lies there is masked out below.
    for (; i < count && start + i + SHORTS.length() <= values.length; i += SHORTS.length()) {
      ShortVector some = ShortVector.fromArray(SHORTS, values, start + i);
      bits |= some.compare(VectorOperators.GE, least).toLong() << i;
    }
    bits |= ScalarKernels.atLeast(values, start, i, count, least);
    return count == Long.SIZE ? bits : bits & ((1L << count) - 1);
  }

  /** As the reference; once a half is narrower than a vector, lanes swap with their neighbours. */
  static void transpose(long[] square) {
    int lanes = LONGS.length();
    long mask = 0xffff_ffffL;
    for (int width = 32; width >= lanes; width >>>= 1) {
      for (int base = 0; base < 64; base += 2 * width) {
        for (int i = base; i < base + width; i += lanes) {
          LongVector low = LongVector.fromArray(LONGS, square, i);
          LongVector high = LongVector.fromArray(LONGS, square, i + width);
          LongVector swapped =
              low.lanewise(VectorOperators.LSHR, width)
                  .lanewise(VectorOperators.XOR, high)
                  .and(mask);
          low.lanewise(VectorOperators.XOR, swapped.lanewise(VectorOperators.LSHL, width))
              .intoArray(square, i);
          high.lanewise(VectorOperators.XOR, swapped).intoArray(square, i + width);
        }
      }
      mask ^= mask << (width >>> 1);
    }
    for (int i = 0; i < 64; i += lanes) {
      LongVector some = LongVector.fromArray(LONGS, square, i);
      some = lanes > 4 ? swap(some, FOUR_ON, FOURS, 4, 0x0f0f_0f0f_0f0f_0f0fL) : some;
      some = lanes > 2 ? swap(some, TWO_ON, TWOS, 2, 0x3333_3333_3333_3333L) : some;
      swap(some, ONE_ON, ONES, 1, 0x5555_5555_5555_5555L).intoArray(square, i);
    }
  }

  private static LongVector swap(
      LongVector some, VectorShuffle<Long> on, VectorMask<Long> upper, int width, long mask) {
    LongVector other = some.rearrange(on);
    LongVector low = some.and(mask).or(other.and(mask).lanewise(VectorOperators.LSHL, width));
    LongVector high = some.and(~mask).or(other.lanewise(VectorOperators.LSHR, width).and(mask));
    return low.blend(high, upper);
  }

  private static VectorShuffle<Long> lanesOn(int width) {
    return VectorShuffle.fromOp(LONGS, lane -> (lane ^ width) % LONGS.length());
  }

  private static VectorMask<Long> upperLanes(int width) {
    long bits = 0;
    for (int lane = 0; lane < LONGS.length(); lane++) {
      bits |= (lane & width) != 0 ? 1L << lane : 0;
    }
    return VectorMask.fromLong(LONGS, bits);
  }
}
