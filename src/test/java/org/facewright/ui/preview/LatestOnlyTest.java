package org.facewright.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<Integer> painted = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final LatestOnly<Integer, Integer> preview =
      new LatestOnly<>(
          queue::add,
          Runnable::run,
          LatestOnlyTest::square,
          painted::add,
          failed -> failures.add(failed.getMessage()));

  private static int square(int question) throws Exception {
    if (question < 0) {
      throw new Exception("negative");
    }
    return question * question;
  }

  private void workAll() {
    for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
      task.run();
    }
  }

  @Test
  void theRunningQuestionIsPaintedAndOfTheWaitingOnesOnlyTheNewest() {
    preview.ask(1);
    Runnable running = queue.remove();
    // The drag goes on while the first is computed.
    running.run();
    preview.ask(2);
    Runnable second = queue.remove();
    preview.ask(3);
    preview.ask(4);
    second.run();
    workAll();
    assertThat(painted).startsWith(1).endsWith(16).doesNotContain(9);
    assertThat(preview.busy()).isFalse();
  }

  @Test
  void atMostOneTaskWaitsInTheWorker() {
    for (int i = 0; i < 100; i++) {
      preview.ask(i);
      assertThat(queue).hasSizeLessThanOrEqualTo(1);
    }
    workAll();
    assertThat(painted).containsExactly(99 * 99);
  }

  @Test
  void aFailureIsToldAndTheNextQuestionIsAnswered() {
    preview.ask(-1);
    workAll();
    preview.ask(5);
    workAll();
    assertThat(failures).containsExactly("negative");
    assertThat(painted).containsExactly(25);
  }

  @Test
  void aWorkerThatTakesNoMoreLeavesNobodyBusy() {
    LatestOnly<Integer, Integer> closed =
        new LatestOnly<>(
            task -> {
              throw new RejectedExecutionException("closed");
            },
            Runnable::run,
            LatestOnlyTest::square,
            painted::add,
            failed -> {});
    closed.ask(1);
    assertThat(closed.busy()).isFalse();
  }

  @Test
  void whatIsAskedWhileTheWorkerClosesIsDroppedQuietly() {
    boolean[] closing = new boolean[1];
    List<LatestOnly<Integer, Integer>> itself = new ArrayList<>();
    LatestOnly<Integer, Integer> leaving =
        new LatestOnly<>(
            task -> {
              if (closing[0]) {
                throw new RejectedExecutionException("closed");
              }
              queue.add(task);
            },
            Runnable::run,
            LatestOnlyTest::square,
            answer -> {
              painted.add(answer);
              itself.getFirst().ask(3);
              closing[0] = true;
            },
            failed -> failures.add(failed.getMessage()));
    itself.add(leaving);
    leaving.ask(2);
    workAll();
    assertThat(painted).containsExactly(4);
    assertThat(leaving.busy()).isFalse();
    assertThat(failures).isEmpty();
  }
}
