package org.facewright.verdict.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits; replaced in tests by one that only takes notes. */
public interface Pause {
  /**
   * Waits, or returns earlier once {@code stopping} is true.
   *
   * @return false if it was stopped
   */
  boolean sleep(Duration span, BooleanSupplier stopping);

  /** Really waits, looking ten times a second whether to stop. */
  static Pause real() {
    return (span, stopping) -> {
      long end = System.nanoTime() + span.toNanos();
      for (long left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
        if (stopping.getAsBoolean()) {
          return false;
        }
        try {
          Thread.sleep(Duration.ofNanos(Math.min(left, 100_000_000)));
        } catch (InterruptedException e) {
          return false;
        }
      }
      return !stopping.getAsBoolean();
    };
  }
}
