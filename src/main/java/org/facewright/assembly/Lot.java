package org.facewright.assembly;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.facewright.project.ContentHash;

/**
 * Draws by lot. What is drawn depends on the seed and on what the draw is for, not on what was
 * drawn before it. Immutable.
 */
record Lot(long seed) {
  /** A random source for one purpose. */
  SplittableRandom of(String purpose) {
    return new SplittableRandom(number(purpose));
  }

  /** A seed for one purpose. */
  long number(String purpose) {
    byte[] text = (seed + "\n" + purpose).getBytes(StandardCharsets.UTF_8);
    return ContentHash.of(text).key().high();
  }

  /** The items in a random order. */
  <T> List<T> shuffled(List<T> items, String purpose) {
    SplittableRandom random = of(purpose);
    List<T> mixed = new ArrayList<>(items);
    for (int i = mixed.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      T held = mixed.get(i);
      mixed.set(i, mixed.get(other));
      mixed.set(other, held);
    }
    return mixed;
  }
}
