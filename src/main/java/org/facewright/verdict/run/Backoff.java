package org.facewright.verdict.run;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before sending again. Thread-safe if {@code random} is. */
final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  Backoff(RunSettings settings, RandomGenerator random) {
    this.first = settings.firstWait();
    this.longest = settings.longestWait();
    this.random = random;
  }

  /**
   * Doubled with every failure, between half and all of that; never less than the server asks for,
   * and a little more, so that not all come back at once.
   *
   * @param failures so far, from 1
   */
  Duration after(int failures, @Nullable Duration retryAfter) {
    double doubled = first.toMillis() * (double) (1L << Math.min(failures - 1, MOST_DOUBLINGS));
    double own = Math.min(doubled, longest.toMillis()) * (0.5 + 0.5 * random.nextDouble());
    double asked = retryAfter == null ? 0 : retryAfter.toMillis() * (1 + 0.1 * random.nextDouble());
    return Duration.ofMillis((long) Math.ceil(Math.max(own, asked)));
  }
}
