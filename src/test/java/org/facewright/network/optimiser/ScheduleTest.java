package org.facewright.network.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void thePublishedStepsFallAtTheirEpochs() {
    Schedule schedule = Schedule.steps(0.1, 100, 26, List.of(12, 20, 24));
    assertThat(schedule.rate(0)).isEqualTo(0.1);
    assertThat(schedule.rate(1199)).isEqualTo(0.1);
    assertThat(schedule.rate(1200)).isCloseTo(0.01, offset(1e-12));
    assertThat(schedule.rate(2599)).isCloseTo(0.0001, offset(1e-12));
  }

  @Test
  void warmUpRisesAndPolyAndCosineEndLow() {
    Schedule poly = new Schedule(1, 10, 110, new Schedule.Poly(2));
    assertThat(poly.rate(0)).isEqualTo(0.1);
    assertThat(poly.rate(9)).isEqualTo(1);
    assertThat(poly.rate(60)).isCloseTo(0.25, offset(1e-12));
    assertThat(poly.rate(110)).isZero();
    Schedule cosine = new Schedule(1, 0, 100, new Schedule.Cosine(0.2));
    assertThat(cosine.rate(50)).isCloseTo(0.6, offset(1e-12));
    assertThat(cosine.rate(500)).isCloseTo(0.2, offset(1e-12));
    assertThat(new Schedule(1, 0, 100, new Schedule.Flat()).rate(99)).isEqualTo(1);
  }

  @Test
  void aRateThatIsNoRateIsRefused() {
    assertThatThrownBy(() -> new Schedule(Double.NaN, 0, 10, new Schedule.Flat()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
