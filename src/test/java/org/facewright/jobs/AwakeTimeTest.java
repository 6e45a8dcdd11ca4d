package org.facewright.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwakeTimeTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void workIsCountedAndSleepIsNot() {
    AtomicLong clock = new AtomicLong(17 * SECOND);
    try (AwakeTime awake = new AwakeTime(clock::get)) {
      long start = awake.nanos();
      clock.addAndGet(3 * SECOND);
      assertThat(awake.nanos() - start).isEqualTo(3 * SECOND);
      clock.addAndGet(8 * 3600 * SECOND);
      assertThat(awake.nanos() - start).isEqualTo(3 * SECOND);
      clock.addAndGet(2 * SECOND);
      assertThat(awake.nanos() - start).isEqualTo(5 * SECOND);
      assertThat(awake.slept()).isEqualTo(Duration.ofHours(8));
    }
  }

  @Test
  void aRateIsAfterANightWhatItWasBefore() {
    AtomicLong clock = new AtomicLong();
    try (AwakeTime awake = new AwakeTime(clock::get)) {
      ProgressMeter meter = new ProgressMeter();
      meter.at(awake.nanos(), 0, 0, 1000);
      for (int second = 1; second <= 5; second++) {
        clock.addAndGet(SECOND);
        meter.at(awake.nanos(), second * 20L, 0, 1000);
      }
      clock.addAndGet(9 * 3600 * SECOND);
      assertThat(awake.slept()).isEqualTo(Duration.ofHours(9));
      clock.addAndGet(SECOND);
      Progress morning = meter.at(awake.nanos(), 120, 0, 1000);
      assertThat(morning.rate()).isBetween(19.9, 20.1);
      assertThat(morning.remaining()).hasSeconds(44);
    }
  }
}
