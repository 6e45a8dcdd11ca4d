package org.facewright.generation.render;

import java.util.SplittableRandom;

/** Draws from the few distributions that people and shots are made of. One stream, one thread. */
final class Draw {
  private final SplittableRandom random;

  Draw(SplittableRandom random) {
    this.random = random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  float between(float low, float high) {
    return low + (high - low) * random.nextFloat();
  }

  float normal(float mean, float deviation) {
    return mean + deviation * (float) random.nextGaussian();
  }

  float clamped(float mean, float deviation, float low, float high) {
    return Math.clamp(normal(mean, deviation), low, high);
  }

  /** A sculpting slider: N(mean, 1.15), within 2.5. */
  float around(float mean) {
    return clamped(mean, 1.15f, -2.5f, 2.5f);
  }

  /** One of several, by weight: value, weight, value, weight... */
  @SuppressWarnings("unchecked")
  <T> T weighted(T first, Object... rest) {
    double sum = ((Number) rest[0]).doubleValue();
    for (int i = 2; i < rest.length; i += 2) {
      sum += ((Number) rest[i]).doubleValue();
    }
    double at = random.nextDouble() * sum - ((Number) rest[0]).doubleValue();
    T chosen = first;
    for (int i = 1; i + 1 < rest.length && at >= 0; i += 2) {
      chosen = (T) rest[i];
      at -= ((Number) rest[i + 1]).doubleValue();
    }
    return chosen;
  }
}
