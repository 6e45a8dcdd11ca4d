package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.run.RunReport.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
  private static final int SHEETS = 12;
  @TempDir Path folder;

  @Test
  void aKilledRunLosesNoAnswerAndGoesOnWithinItsBudget() throws Exception {
    CountDownLatch fourAnswered = new CountDownLatch(4);
    try (Bench before = new Bench(folder.resolve("unused"), SHEETS)) {
      ChatServer server = before.server;
      server.usual =
          (s, call, body) -> {
            if (s.chats.get() <= 6) {
              Behaviours.ANSWER.serve(s, call, body);
            } else {
              // Answered and billed, and nobody is there any more to hear it.
              s.bill(body, s.rightAnswer(body));
              s.waitForTheEnd();
            }
            fourAnswered.countDown();
          };
      Path store = folder.resolve("store");
      Process child = start(store, server, SHEETS, 30);
      try {
        assertThat(fourAnswered.await(60, TimeUnit.SECONDS)).isTrue();
        while (server.chats.get() < 9) {
          Thread.sleep(10);
        }
      } finally {
        child.destroyForcibly().waitFor();
      }
      server.usual = Behaviours.ANSWER;
      try (Bench after = new Bench(store, SHEETS, Duration.ofSeconds(5), server)) {
        RunSummary dead = after.store.run("r1").orElseThrow();
        assertThat(dead.answered()).isBetween(4, 6);
        assertThat(dead.underWay()).isGreaterThan(Money.ZERO);
        RunReport report = after.run(after.terms("r1", "1.00"));
        assertThat(report.end()).isEqualTo(End.COMPLETE);
        assertThat(report.progress().reused()).isEqualTo(dead.answered());
        assertThat(after.store.verdicts("r1")).hasSize(3 * SHEETS);
        Money billed = new Money(server.billedNano.get());
        Money spent = after.store.run("r1").orElseThrow().spent();
        assertThat(spent).isGreaterThanOrEqualTo(billed);
        assertThat(spent).isLessThanOrEqualTo(Money.of("1.00"));
        // Only what was under way at the kill was asked again.
        long twice = server.billedByPicture.values().stream().filter(n -> n.get() > 1).count();
        assertThat(twice).isLessThanOrEqualTo(4);
      }
    }
  }

  static Process start(Path store, ChatServer server, int sheets, int seconds) throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            store.toString(),
            server.address().toString(),
            String.valueOf(sheets),
            String.valueOf(seconds))
        .inheritIO()
        .start();
  }
}
