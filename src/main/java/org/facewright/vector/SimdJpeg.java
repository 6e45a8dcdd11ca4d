package org.facewright.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;
import static org.facewright.vector.JpegKernels.GROUP;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link JpegKernels} on the Vector API. Stateless. */
final class SimdJpeg {
  private static final VectorSpecies<Integer> LANES = IntVector.SPECIES_PREFERRED;

  /** As many bytes as there are lanes. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, 8 * LANES.length())));

  private static final int CONSTANT_BITS = 13;

  /** Bits that the first pass keeps beyond the point. */
  private static final int PASS_BITS = 2;

  private static final VectorShuffle<Integer> OWN =
      VectorShuffle.fromOp(LANES, lane -> (1 + lane / 2) % LANES.length());
  private static final VectorShuffle<Integer> BESIDE =
      VectorShuffle.fromOp(LANES, lane -> (lane / 2 + lane % 2 * 2) % LANES.length());

  private SimdJpeg() {}

  static boolean wideEnough() {
    return LANES.length() >= 8 && LANES.length() <= 16;
  }

  static void inverseTransform(int[] blocks, int at, int[] pairs) {
    for (int half = 0; half < GROUP; half += LANES.length()) {
      for (int column = 0; column < 8; column++) {
        transform(blocks, at + half + column * GROUP, 8 * GROUP, CONSTANT_BITS - PASS_BITS);
      }
      for (int row = 0; row < 8; row++) {
        int start = at + half + 8 * row * GROUP;
        transform(blocks, start, GROUP, CONSTANT_BITS + PASS_BITS + 3);
        four(blocks, start, pairs, half + 2 * row * GROUP);
        four(blocks, start + 4 * GROUP, pairs, half + (2 * row + 1) * GROUP);
      }
    }
  }

  private static void four(int[] a, int at, int[] pairs, int to) {
    sample(a, at)
        .or(sample(a, at + GROUP).lanewise(LSHL, 8))
        .or(sample(a, at + 2 * GROUP).lanewise(LSHL, 16))
        .or(sample(a, at + 3 * GROUP).lanewise(LSHL, 24))
        .intoArray(pairs, to);
  }

  /** What lies outside ten bits comes from broken files only; it wraps as it does there. */
  private static IntVector sample(int[] a, int at) {
    IntVector value = IntVector.fromArray(LANES, a, at);
    return clamp(value.lanewise(LSHL, 22).lanewise(ASHR, 22).add(128));
  }

  /**
   * Eight values of each lane's block, after Loeffler, Ligtenberg and Moschytz (1989) with 12
   * multiplications by constants of 13 bits.
   */
  private static void transform(int[] a, int at, int step, int shift) {
    IntVector z2 = IntVector.fromArray(LANES, a, at + 2 * step);
    IntVector z3 = IntVector.fromArray(LANES, a, at + 6 * step);
    IntVector z1 = z2.add(z3).mul(4433);
    IntVector t2 = z1.sub(z3.mul(15137));
    IntVector t3 = z1.add(z2.mul(6270));
    IntVector first = IntVector.fromArray(LANES, a, at);
    IntVector middle = IntVector.fromArray(LANES, a, at + 4 * step);
    IntVector t0 = first.add(middle).lanewise(LSHL, CONSTANT_BITS).add(1 << (shift - 1));
    IntVector t1 = first.sub(middle).lanewise(LSHL, CONSTANT_BITS).add(1 << (shift - 1));
    IntVector even0 = t0.add(t3);
    IntVector even3 = t0.sub(t3);
    IntVector even1 = t1.add(t2);
    IntVector even2 = t1.sub(t2);

    IntVector o0 = IntVector.fromArray(LANES, a, at + 7 * step);
    IntVector o1 = IntVector.fromArray(LANES, a, at + 5 * step);
    IntVector o2 = IntVector.fromArray(LANES, a, at + 3 * step);
    IntVector o3 = IntVector.fromArray(LANES, a, at + step);
    IntVector z5 = o0.add(o1).add(o2).add(o3).mul(9633);
    IntVector p1 = o0.add(o3).mul(-7373);
    IntVector p2 = o1.add(o2).mul(-20995);
    IntVector p3 = o0.add(o2).mul(-16069).add(z5);
    IntVector p4 = o1.add(o3).mul(-3196).add(z5);
    o0 = o0.mul(2446).add(p1).add(p3);
    o1 = o1.mul(16819).add(p2).add(p4);
    o2 = o2.mul(25172).add(p2).add(p3);
    o3 = o3.mul(12299).add(p1).add(p4);

    even0.add(o3).lanewise(ASHR, shift).intoArray(a, at);
    even0.sub(o3).lanewise(ASHR, shift).intoArray(a, at + 7 * step);
    even1.add(o2).lanewise(ASHR, shift).intoArray(a, at + step);
    even1.sub(o2).lanewise(ASHR, shift).intoArray(a, at + 6 * step);
    even2.add(o1).lanewise(ASHR, shift).intoArray(a, at + 2 * step);
    even2.sub(o1).lanewise(ASHR, shift).intoArray(a, at + 5 * step);
    even3.add(o0).lanewise(ASHR, shift).intoArray(a, at + 3 * step);
    even3.sub(o0).lanewise(ASHR, shift).intoArray(a, at + 4 * step);
  }

  private static IntVector clamp(IntVector value) {
    return value.max(0).min(255);
  }

  private static IntVector bytes(byte[] a, int at) {
    return (IntVector) ByteVector.fromArray(BYTES, a, at).convertShape(ZERO_EXTEND_B2I, LANES, 0);
  }

  /** Three times one row and once the other, from place 1 on. */
  static void sums(byte[] plane, int near, int far, int count, int[] sums) {
    for (int i = 0; i < count; i += LANES.length()) {
      bytes(plane, near + i).mul(3).add(bytes(plane, far + i)).intoArray(sums, 1 + i);
    }
  }

  /** As {@link JpegKernels#widenBoth}, from weighted sums that begin at place 1. */
  static void widen(int[] sums, int count, int evenBias, int oddBias, int shift, byte[] out) {
    sums[0] = sums[1];
    sums[count + 1] = sums[count];
    IntVector odd = IntVector.zero(LANES).addIndex(1).and(1);
    IntVector bias = odd.mul(oddBias - evenBias).add(evenBias);
    for (int i = 0; i < 2 * count; i += LANES.length()) {
      IntVector some = IntVector.fromArray(LANES, sums, i / 2);
      IntVector wide =
          some.rearrange(OWN).mul(3).add(some.rearrange(BESIDE)).add(bias).lanewise(ASHR, shift);
      ((ByteVector) wide.convertShape(I2B, BYTES, 0)).intoArray(out, i);
    }
  }

  static void colours(
      byte[] luma,
      int lumaAt,
      byte[] blue,
      byte[] red,
      int coloursAt,
      int count,
      byte[] planes,
      int to,
      int plane) {
    int half = 1 << 15;
    for (int i = 0; i < count; i += LANES.length()) {
      IntVector y = bytes(luma, lumaAt + i);
      IntVector cb = bytes(blue, coloursAt + i).sub(128);
      IntVector cr = bytes(red, coloursAt + i).sub(128);
      IntVector r = cr.mul(91881).add(half).lanewise(ASHR, 16).add(y);
      IntVector g = cb.mul(-22554).add(half).sub(cr.mul(46802)).lanewise(ASHR, 16).add(y);
      IntVector b = cb.mul(116130).add(half).lanewise(ASHR, 16).add(y);
      put(r, planes, to + i, count - i);
      put(g, planes, to + plane + i, count - i);
      put(b, planes, to + 2 * plane + i, count - i);
    }
  }

  /** Vectors at the end of a row must not write into what follows: it may be another plane. */
  private static void put(IntVector value, byte[] to, int at, int room) {
    ByteVector bytes = (ByteVector) clamp(value).convertShape(I2B, BYTES, 0);
    if (room >= LANES.length()) {
      bytes.intoArray(to, at);
    } else {
      bytes.intoArray(to, at, BYTES.indexInRange(0, room));
    }
  }
}
