package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facewright.jobs.LidClosed;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lid that is closed while questions are under way. */
class SuspendedRunTest {
  private static final int SHEETS = 6;
  private static final int TIMEOUT_SECONDS = 3;
  private static final int ASKED_AT_ONCE = 4;
  @TempDir Path folder;

  @Test
  void questionsUnderWayAreAskedOnceMoreUnderTheSameKeyAndNothingIsLost() throws Exception {
    LidClosed.assumePossible();
    try (Bench bench = new Bench(folder.resolve("unused"), SHEETS)) {
      ChatServer server = bench.server;
      server.usual =
          (s, call, body) -> {
            if (s.chats.get() <= ASKED_AT_ONCE) {
              s.waitForTheEnd();
              return;
            }
            Behaviours.ANSWER.serve(s, call, body);
          };
      Path store = folder.resolve("store");
      Process child = KilledRunTest.start(store, server, SHEETS, TIMEOUT_SECONDS);
      try {
        while (server.chats.get() < ASKED_AT_ONCE) {
          assertThat(child.isAlive()).isTrue();
          Thread.sleep(10);
        }
        LidClosed.sleep(child.toHandle(), TimeUnit.SECONDS.toMillis(2 * TIMEOUT_SECONDS));
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
      } finally {
        child.destroyForcibly().waitFor();
      }
      Map<String, Long> asked =
          server.idempotencyKeys.stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      assertThat(asked).hasSize(SHEETS);
      assertThat(asked.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(2));
      assertThat(server.billedByPicture.values())
          .hasSize(SHEETS)
          .allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
      try (Bench after = new Bench(store, SHEETS, Duration.ofSeconds(5), server)) {
        assertThat(after.store.verdicts("r1")).hasSize(3 * SHEETS);
        RunSummary run = after.store.run("r1").orElseThrow();
        assertThat(run.answered()).isEqualTo(SHEETS);
        assertThat(run.underWay()).isEqualTo(Money.ZERO);
        assertThat(run.spent()).isGreaterThanOrEqualTo(new Money(server.billedNano.get()));
      }
    }
  }
}
