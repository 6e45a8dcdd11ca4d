package org.facewright.leakage.diversity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * So many of a stream of unknown length, each as likely as any other: Vitter's algorithm R ("Random
 * sampling with a reservoir", 1985). One thread.
 */
final class Drawn<T> {
  private final int most;
  private final SplittableRandom random;
  private final List<T> drawn = new ArrayList<>();
  private long seen;

  Drawn(int most, long seed) {
    this.most = most;
    this.random = new SplittableRandom(seed);
  }

  void take(T one) {
    seen++;
    if (drawn.size() < most) {
      drawn.add(one);
      return;
    }
    long place = random.nextLong(seen);
    if (place < most) {
      drawn.set((int) place, one);
    }
  }

  List<T> all() {
    return List.copyOf(drawn);
  }
}
