package org.facewright.generation.vec2face.variant;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * An identity whose variants are wanted.
 *
 * @param name unique; with the seed it decides every variant
 * @param vector of the generator's length
 * @param likeness with what variants are compared: the vector, or what stands for it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reference(String name, float[] vector, float[] likeness) {
  /** An identity whose variants are compared with its vector. */
  public Reference(String name, float[] vector) {
    this(name, vector, vector);
  }

  /** A seed of this identity's own. */
  public long seed(long of) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return mixed(of * 0x9E3779B97F4A7C15L + sum.getValue());
  }

  /** Spreads a number over all 64 bits (Stafford's mix 13). */
  static long mixed(long number) {
    long x = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
