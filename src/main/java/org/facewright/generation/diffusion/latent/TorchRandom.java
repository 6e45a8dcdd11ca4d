package org.facewright.generation.diffusion.latent;

/**
 * The normal numbers that PyTorch draws on a processor for a seed, so that a picture can be made
 * again elsewhere: Mersenne Twister (Matsumoto and Nishimura, 1998) and Box-Muller in blocks of 16.
 *
 * <p>Equal to PyTorch's to 2e-6: its vector code rounds the logarithm and the cosine otherwise. Not
 * thread-safe; draws continue where the last one ended.
 */
public final class TorchRandom {
  private static final int WORDS = 624;
  private static final int SHIFT = 397;
  private static final int BLOCK = 16;
  private static final int HALF_BLOCK = BLOCK / 2;
  private static final int MANTISSA = (1 << 24) - 1;
  private static final float UNIT = 0x1p-24f;

  private final int[] state = new int[WORDS];
  private int next = WORDS;

  /** As {@code torch.manual_seed(seed)}: its lower 32 bits count. */
  public TorchRandom(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /**
   * As {@code torch.randn(count)} in float32.
   *
   * @param count 16 or more: PyTorch draws fewer in another way
   */
  public float[] normal(int count) {
    if (count < BLOCK) {
      throw new IllegalArgumentException("draws start at 16 numbers, not " + count);
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = uniform();
    }
    for (int at = 0; at + BLOCK <= count; at += BLOCK) {
      toNormal(values, at);
    }
    if (count % BLOCK != 0) {
      int at = count - BLOCK;
      for (int i = at; i < count; i++) {
        values[i] = uniform();
      }
      toNormal(values, at);
    }
    return values;
  }

  /** As {@code torch.randn(count, dtype=torch.float16)}, in floats: the same draw, rounded. */
  public float[] normalHalf(int count) {
    float[] values = normal(count);
    for (int i = 0; i < count; i++) {
      values[i] = Float.float16ToFloat(Float.floatToFloat16(values[i]));
    }
    return values;
  }

  /** Evenly from 0 (inclusive) to 1 (exclusive), 24 bits. */
  public float uniform() {
    return (word() & MANTISSA) * UNIT;
  }

  private static void toNormal(float[] values, int at) {
    for (int j = at; j < at + HALF_BLOCK; j++) {
      double radius = Math.sqrt(-2 * Math.log(1 - values[j]));
      double angle = 2 * Math.PI * values[j + HALF_BLOCK];
      values[j] = (float) (radius * Math.cos(angle));
      values[j + HALF_BLOCK] = (float) (radius * Math.sin(angle));
    }
  }

  private int word() {
    if (next == WORDS) {
      twist();
      next = 0;
    }
    int word = state[next++];
    word ^= word >>> 11;
    word ^= word << 7 & 0x9d2c5680;
    word ^= word << 15 & 0xefc60000;
    return word ^ word >>> 18;
  }

  private void twist() {
    for (int i = 0; i < WORDS; i++) {
      int joined = state[i] & 0x80000000 | state[(i + 1) % WORDS] & 0x7fffffff;
      int mixed = state[(i + SHIFT) % WORDS] ^ joined >>> 1;
      state[i] = (joined & 1) == 0 ? mixed : mixed ^ 0x9908b0df;
    }
  }
}
