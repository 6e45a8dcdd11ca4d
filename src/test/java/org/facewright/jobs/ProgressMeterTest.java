package org.facewright.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aSteadyPaceGivesItsRateAndTheTimeLeft() {
    ProgressMeter meter = new ProgressMeter();
    meter.at(0, 0, 0, 1000);
    Progress progress = meter.at(0, 0, 0, 1000);
    assertThat(progress.remaining()).isNull();
    for (int second = 1; second <= 5; second++) {
      progress = meter.at(second * SECOND, second * 20L, 0, 1000);
    }
    assertThat(progress.rate()).isCloseTo(20, Offset.offset(1e-6));
    assertThat(progress.remaining()).hasSeconds(45);
    assertThat(progress.fraction()).isEqualTo(.1);
  }

  @Test
  void aSlowStartIsForgotten() {
    ProgressMeter meter = new ProgressMeter();
    meter.at(0, 0, 0, -1);
    meter.at(60 * SECOND, 1, 0, -1);
    Progress progress = new Progress(0, 0, 0, 0, null);
    for (int second = 1; second <= 60; second++) {
      progress = meter.at((60 + second) * SECOND, 1 + 100L * second, 0, -1);
    }
    assertThat(progress.rate()).isBetween(95., 101.);
    assertThat(progress.remaining()).isNull();
    assertThat(progress.fraction()).isEqualTo(-1);
  }
}
