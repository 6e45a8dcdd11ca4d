package org.facewright.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialThreadTest {
  @Test
  void tasksRunOneAfterAnotherOnOneThread() {
    List<Integer> order = new ArrayList<>();
    try (SerialThread thread = new SerialThread("serial")) {
      IntStream.range(0, 100).forEach(i -> thread.submit(() -> order.add(i)));
      assertThat(thread.<String>call(() -> Thread.currentThread().getName())).isEqualTo("serial");
    }
    assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aTaskMayCallItsOwnThread() {
    try (SerialThread thread = new SerialThread("serial")) {
      assertThat(thread.<Integer>call(() -> thread.<Integer>call(() -> 7))).isEqualTo(7);
    }
  }

  @Test
  void theCallersInterruptDoesNotReachTheThread() {
    try (SerialThread thread = new SerialThread("serial")) {
      Thread.currentThread().interrupt();
      boolean inside = thread.call(() -> Thread.currentThread().isInterrupted());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(inside).isFalse();
    }
  }

  @Test
  void aFailureReachesTheCallerWithBothPlaces() {
    try (SerialThread thread = new SerialThread("serial")) {
      assertThatThrownBy(
              () ->
                  thread.call(
                      () -> {
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
      assertThat(thread.<Integer>call(() -> 1)).isEqualTo(1);
    }
  }
}
