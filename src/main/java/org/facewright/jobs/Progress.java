package org.facewright.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param total items in all, -1 while unknown
 * @param rate items a second lately, 0 before anything was measured
 * @param remaining until the end at that rate, null while unknown
 */
public record Progress(
    long done, long failed, long total, double rate, @Nullable Duration remaining) {
  /** The settled share, 0..1, or -1 while the total is unknown. */
  public double fraction() {
    return total < 0 ? -1 : total == 0 ? 1 : Math.min(1, (done + failed) / (double) total);
  }
}
