package org.facewright.inference;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Numbers that go into a network or come out of it, row-major.
 *
 * <p>A {@link Floats} is fed to inputs of float32 and float16, a {@link Longs} to inputs of int64,
 * int32 and bool: the session converts.
 */
@SuppressWarnings("ArrayRecordComponent") // Shapes and values: compared by nobody.
public sealed interface Tensor {
  /** Its dimensions, each 0 or more. */
  long[] shape();

  /**
   * Fractions.
   *
   * @param shape its dimensions
   * @param values position 0 to limit are the elements; a direct buffer is fed without a copy
   */
  record Floats(long[] shape, FloatBuffer values) implements Tensor {
    public Floats {
      requireCount(shape, values.remaining());
    }

    /** A tensor over an array. */
    public static Floats of(long[] shape, float[] values) {
      return new Floats(shape, FloatBuffer.wrap(values));
    }

    /** The elements, copied. */
    public float[] toArray() {
      float[] copy = new float[values.remaining()];
      values.duplicate().get(copy);
      return copy;
    }
  }

  /** Whole numbers. */
  record Longs(long[] shape, long[] values) implements Tensor {
    public Longs {
      requireCount(shape, values.length);
    }
  }

  private static void requireCount(long[] shape, int count) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != count) {
      throw new IllegalArgumentException(count + " values for shape " + Arrays.toString(shape));
    }
  }
}
