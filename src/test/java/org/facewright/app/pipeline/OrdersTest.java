package org.facewright.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {
  /** A third, two thirds and all for a third of the run each show two thirds of everything. */
  @ParameterizedTest
  @CsvSource({"measured,6,9", "measured,2,3", "measured,20,30", "shuffled,6,6", "paper,7,7"})
  void ordersThatOpenTheSetByAndByRunLonger(String order, int epochs, int length) {
    assertThat(Orders.equalLength(order, epochs)).isEqualTo(length);
  }
}
