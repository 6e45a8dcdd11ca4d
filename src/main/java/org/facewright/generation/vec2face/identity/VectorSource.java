package org.facewright.generation.vec2face.identity;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;

/** Vectors by number: the same seed and number give the same vector. Thread-safe. */
public interface VectorSource {
  int dim();

  /** Writes the vector of a number into an array. */
  void put(long number, float[] target, int offset);

  /** Some vectors in a row. */
  default FloatMatrix rows(long first, int count) {
    float[] values = new float[Math.multiplyExact(count, dim())];
    IntStream.range(0, count).parallel().forEach(i -> put(first + i, values, i * dim()));
    return new FloatMatrix(count, dim(), values);
  }

  /** The random numbers of a vector. */
  static SplittableRandom random(long seed, long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 0xD1342543DE82EF95L);
  }

  /** Every coordinate normal with mean 0 and deviation 1. */
  record Gaussian(int dim, long seed) implements VectorSource {
    @Override
    public void put(long number, float[] target, int offset) {
      SplittableRandom random = random(seed, number);
      for (int i = offset; i < offset + dim; i++) {
        target[i] = (float) random.nextGaussian();
      }
    }
  }
}
