package org.facewright.verdict.run;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A seeded generator that several threads may use. */
final class SharedRandom implements RandomGenerator {
  private final SplittableRandom random;

  SharedRandom(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public synchronized long nextLong() {
    return random.nextLong();
  }
}
