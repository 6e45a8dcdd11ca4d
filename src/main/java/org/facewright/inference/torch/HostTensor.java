package org.facewright.inference.torch;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** A tensor in Java's memory, handed to or taken from PyTorch. Arrays are shared, not copied. */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface HostTensor {
  long[] shape();

  /** 32-bit floats in C order. */
  record Floats(long[] shape, float[] values) implements HostTensor {
    public Floats {
      check(shape, values.length);
    }
  }

  /**
   * 32-bit floats in C order outside the heap, read in place: nothing is copied. The memory must
   * stay as it is until the call returns.
   */
  record Outside(long[] shape, MemorySegment values) implements HostTensor {
    public Outside {
      check(shape, Math.toIntExact(values.byteSize() / Float.BYTES));
    }
  }

  /** 64-bit floats, for settings whose digits matter, such as learning rates. */
  record Doubles(long[] shape, double[] values) implements HostTensor {
    public Doubles {
      check(shape, values.length);
    }
  }

  /** 64-bit integers: labels and indexes. */
  record Longs(long[] shape, long[] values) implements HostTensor {
    public Longs {
      check(shape, values.length);
    }
  }

  /** Unsigned bytes: pixels. */
  record Bytes(long[] shape, byte[] values) implements HostTensor {
    public Bytes {
      check(shape, values.length);
    }
  }

  static Floats floats(float[] values, long... shape) {
    return new Floats(shape, values);
  }

  static Longs longs(long... values) {
    return new Longs(new long[] {values.length}, values);
  }

  static Doubles doubles(double... values) {
    return new Doubles(new long[] {values.length}, values);
  }

  private static void check(long[] shape, int count) {
    long product = 1;
    for (long size : shape) {
      product *= size;
    }
    if (product != count) {
      throw new IllegalArgumentException(
          count + " numbers for a tensor of " + Arrays.toString(shape));
    }
  }
}
