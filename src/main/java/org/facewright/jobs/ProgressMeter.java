package org.facewright.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns counts into a rate and an estimate. The rate is an exponential mean over about ten seconds,
 * so that the estimate neither jumps at each batch nor remembers a slow start for ever. Not
 * thread-safe.
 */
final class ProgressMeter {
  private static final double MEMORY_SECONDS = 10;

  private long lastNanos;
  private long lastSettled;
  private double rate;
  private boolean started;

  /** Books the counts at a moment of {@link AwakeTime}: while nobody can work, no time passes. */
  Progress at(long nanos, long done, long failed, long total) {
    long settled = done + failed;
    if (!started) {
      started = true;
      lastNanos = nanos;
      lastSettled = settled;
    } else if (settled > lastSettled) {
      double seconds = Math.max((nanos - lastNanos) / 1e9, 1e-6);
      double now = (settled - lastSettled) / seconds;
      double weight = rate == 0 ? 1 : 1 - Math.exp(-seconds / MEMORY_SECONDS);
      rate += weight * (now - rate);
      lastNanos = nanos;
      lastSettled = settled;
    }
    return new Progress(done, failed, total, rate, remaining(settled, total));
  }

  private @Nullable Duration remaining(long settled, long total) {
    if (total < 0 || rate <= 0) {
      return null;
    }
    return Duration.ofMillis((long) (Math.max(0, total - settled) / rate * 1000));
  }
}
