package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facewright.jobs.Workers;
import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.FileVerdictStore;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.SimulatedModel;
import org.facewright.verdict.prompt.SamePerson;
import org.facewright.verdict.run.RunReport.End;
import org.facewright.verdict.sheet.SheetPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictRunTest {
  @TempDir Path folder;

  private static Money billed(Bench bench) {
    return new Money(bench.server.billedNano.get());
  }

  private static RunSummary summary(Bench bench, String run) {
    return bench.store.run(run).orElseThrow();
  }

  @Test
  void asksEverySheetOnceAndKeepsWhatCameBack() throws Exception {
    try (Bench bench = new Bench(folder, 6)) {
      bench.consent();
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.end()).isEqualTo(End.COMPLETE);
      assertThat(report.progress().answered()).isEqualTo(6);
      assertThat(bench.server.chats).hasValue(6);
      assertThat(summary(bench, "r1").spent()).isEqualTo(billed(bench));
      List<FaceVerdict> verdicts = bench.store.verdicts("r1");
      assertThat(verdicts).hasSize(18);
      assertThat(verdicts)
          .allSatisfy(
              v -> {
                boolean stranger = v.imageId() % 100 == 8;
                assertThat(v.same()).isEqualTo(stranger ? SamePerson.NO : SamePerson.YES);
                assertThat(v.reason()).isEqualTo("nose");
                assertThat(v.simulated()).isFalse();
                ContentHash sheet = ContentHash.ofHex(v.sheet());
                assertThat(bench.byPicture).containsKey(sheet);
                assertThat(bench.store.read(VerdictStore.Kind.SHEET, sheet)).isNotEmpty();
              });
      assertThat(bench.server.seenKeys).containsOnly("Bearer " + Bench.KEY);
    }
  }

  @Test
  void anAnswerIsNeverPaidTwice() throws Exception {
    try (Bench bench = new Bench(folder, 4)) {
      bench.consent();
      bench.run(bench.terms("r1", "1.00"));
      RunReport again = bench.run(bench.terms("r1", "1.00"));
      RunReport other = bench.run(bench.terms("r2", "1.00"));
      assertThat(again.progress().reused()).isEqualTo(4);
      assertThat(other.progress().reused()).isEqualTo(4);
      assertThat(other.progress().spent()).isEqualTo(Money.ZERO);
      assertThat(bench.server.chats).hasValue(4);
      assertThat(bench.store.verdicts("r2")).hasSize(12);
      assertThat(bench.store.verdicts("r1")).hasSize(12);
    }
  }

  @Test
  void theSameSheetTwiceAtOnceIsAskedOnce() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      SheetPlan plan = bench.plans.getFirst();
      bench.plans.addAll(List.of(plan, plan, plan));
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(bench.server.chats).hasValue(1);
      assertThat(report.progress().reused()).isEqualTo(3);
      assertThat(bench.store.verdicts("r1")).hasSize(3);
    }
  }

  @Test
  void nothingLeavesWithoutConsentOrAfterItWasWithdrawn() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      RunTerms terms = bench.terms("r1", "1.00");
      assertThatThrownBy(() -> bench.run(terms))
          .isInstanceOfSatisfying(
              RunException.class,
              e -> assertThat(e.reason()).isEqualTo(RunException.Reason.NO_CONSENT))
          .hasMessageContaining("127.0.0.1");
      bench.consent();
      new ConsentDesk(bench.store, Clock.systemUTC()).withdraw("ada", bench.model().recipient());
      assertThatThrownBy(() -> bench.run(terms)).isInstanceOf(RunException.class);
      assertThat(bench.server.chats).hasValue(0);
    }
  }

  @Test
  void waitsAsLongAsABusyServerAsks() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.server.next(
          Behaviours.status(429, "rate_limit_exceeded", "slow down", "Retry-After", "7"),
          Behaviours.status(500, "server_error", "oops"),
          Behaviours.status(503, "server_error", "oops"));
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.progress().answered()).isEqualTo(1);
      assertThat(summary(bench, "r1").spent()).isEqualTo(billed(bench));
      assertThat(summary(bench, "r1").failed()).isEqualTo(3);
      assertThat(bench.waits)
          .anySatisfy(w -> assertThat(w).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
      assertThat(bench.waits)
          .anySatisfy(w -> assertThat(w).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }
  }

  @Test
  void holdsBackWhenTheRateLimitIsUsedUp() throws Exception {
    try (Bench bench = new Bench(folder, 2)) {
      bench.consent();
      bench.server.next(
          (server, call, body) ->
              ChatServer.send(
                  call,
                  200,
                  server.bill(body, server.rightAnswer(body)).toString(),
                  "x-ratelimit-remaining-requests",
                  "0",
                  "x-ratelimit-reset-requests",
                  "1m30s"));
      RunSettings settings = oneAtATime("1.00");
      bench.run(Bench.terms("r1", settings, bench.model()), bench.model());
      OneModel model = new OneModel(bench);
      assertThat(model.holdBackAfterOneQuestion())
          .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
    }
  }

  /** Asks one question of a model of its own. */
  private record OneModel(Bench bench) {
    Duration holdBackAfterOneQuestion() throws Exception {
      bench.server.next(
          Behaviours.status(
              429,
              "rate_limit_exceeded",
              "tokens",
              "x-ratelimit-remaining-tokens",
              "0",
              "x-ratelimit-reset-tokens",
              "1m30s"));
      var model = bench.model();
      var sheet = bench.renderer.render(bench.plans.getFirst());
      assertThatThrownBy(
              () ->
                  model.ask(
                      new org.facewright.verdict.model.VisionQuestion(
                          sheet,
                          org.facewright.verdict.prompt.Prompt.of(
                              org.facewright.verdict.prompt.AnswerStyle.EACH_FACE),
                          "a",
                          "b")))
          .hasMessageContaining("429");
      return model.holdBack();
    }
  }

  private static RunSettings oneAtATime(String limit) {
    RunSettings usual = RunSettings.of(Money.of(limit));
    return new RunSettings(
        usual.sheets(),
        usual.style(),
        1,
        3,
        Duration.ZERO,
        6,
        usual.firstWait(),
        usual.longestWait(),
        usual.limit(),
        1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"faces\":[{\"number\":\"1",
        "{\"faces\":[]}",
        "{\"outliers\":[]}",
        "I think they are all the same person.",
        "{\"faces\":[{\"number\":\"999\",\"reason\":\"\",\"same\":\"no\",\"confidence\":1}]}"
      })
  void whatIsNoAnswerBecomesNoVerdict(String content) throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.server.usual = Behaviours.says(content);
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.progress().answered()).isZero();
      assertThat(report.leftOut()).hasSize(1);
      assertThat(bench.server.chats).hasValue(3);
      assertThat(bench.store.verdicts("r1")).isEmpty();
      assertThat(summary(bench, "r1").refused()).isEqualTo(3);
      assertThat(summary(bench, "r1").spent()).isEqualTo(billed(bench));
    }
  }

  @Test
  void afterARefusalOrHalfAReplyItAsksAgain() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.server.next(Behaviours.REFUSAL, Behaviours.CUT_OFF);
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.progress().answered()).isEqualTo(1);
      assertThat(summary(bench, "r1").spent()).isEqualTo(billed(bench));
      assertThat(bench.server.idempotencyKeys).doesNotHaveDuplicates();
      assertThat(summary(bench, "r1").refused()).isEqualTo(2);
    }
  }

  @Test
  void aReplyWithoutUsageCostsTheMostItCan() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.server.next(Behaviours.NO_JSON);
      bench.run(bench.terms("r1", "1.00"));
      assertThat(summary(bench, "r1").spent()).isGreaterThan(billed(bench));
    }
  }

  @Test
  void aLostReplyCountsAsBilledAndIsAskedForWithTheSameKey() throws Exception {
    try (Bench bench = new Bench(folder, 1, Duration.ofMillis(400))) {
      bench.consent();
      bench.server.next(Behaviours.ANSWER_LOST, Behaviours.STALL, Behaviours.SILENCE);
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.progress().answered()).isEqualTo(1);
      assertThat(summary(bench, "r1").failed()).isEqualTo(3);
      assertThat(summary(bench, "r1").spent()).isGreaterThanOrEqualTo(billed(bench));
      assertThat(bench.server.idempotencyKeys).hasSize(4);
      assertThat(bench.server.idempotencyKeys.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void theBudgetHoldsWithManyQuestionsUnderWay() throws Exception {
    try (Bench bench = new Bench(folder, 20)) {
      bench.consent();
      RunTerms terms = bench.terms("r1", "0.03");
      RunReport report = bench.run(terms);
      assertThat(report.end()).isEqualTo(End.OVER_BUDGET);
      assertThat(report.progress().answered()).isBetween(3, 19);
      assertThat(billed(bench)).isLessThanOrEqualTo(Money.of("0.03"));
      assertThat(summary(bench, "r1").spent()).isEqualTo(billed(bench));
      RunReport more = bench.run(bench.terms("r1", "1.00"));
      assertThat(more.end()).isEqualTo(End.COMPLETE);
      assertThat(bench.server.billedByPicture).hasSize(20);
      assertThat(bench.server.billedByPicture.values()).allMatch(n -> n.get() == 1);
    }
  }

  @Test
  void aServerThatChargesMoreThanTheTableIsAskedNothingMore() throws Exception {
    try (Bench bench = new Bench(folder, 5)) {
      bench.consent();
      bench.server.usual =
          (server, call, body) -> {
            var reply = server.bill(body, server.rightAnswer(body));
            ((tools.jackson.databind.node.ObjectNode) reply.path("usage"))
                .put("prompt_tokens", 90_000);
            ChatServer.send(call, 200, reply.toString());
          };
      RunReport report = bench.run(Bench.terms("r1", oneAtATime("10"), bench.model()));
      assertThat(report.end()).isEqualTo(End.OVER_BUDGET);
      assertThat(report.why()).contains("price table");
      assertThat(bench.server.chats).hasValue(1);
    }
  }

  @Test
  void aWrongKeyEndsTheRunAndIsNeverRepeated() throws Exception {
    try (Bench bench = new Bench(folder, 5)) {
      bench.consent();
      bench.server.usual =
          Behaviours.status(401, "invalid_api_key", "Incorrect API key provided: " + Bench.KEY);
      RunReport report = bench.run(Bench.terms("r1", oneAtATime("1"), bench.model()));
      assertThat(report.end()).isEqualTo(End.CLOSED);
      assertThat(report.why()).contains("401").doesNotContain(Bench.KEY);
      assertThat(bench.server.chats).hasValue(1);
      assertThat(summary(bench, "r1").spent()).isEqualTo(Money.ZERO);
    }
  }

  @Test
  void theKeyIsInNoFileOfTheProject() throws Exception {
    try (Bench bench = new Bench(folder, 3)) {
      bench.consent();
      bench.server.next(
          Behaviours.says("your key is " + Bench.KEY),
          Behaviours.status(400, "bad", "bad key " + Bench.KEY),
          Behaviours.status(500, "bad", Bench.KEY));
      bench.run(Bench.terms("r1", oneAtATime("1"), bench.model()));
      assertThat(bench.server.chats.get()).isGreaterThan(3);
    }
    try (var files = java.nio.file.Files.walk(folder)) {
      assertThat(files.filter(java.nio.file.Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(java.nio.file.Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(Bench.KEY));
    }
  }

  @Test
  void stoppingWaitsForWhatIsPaid() throws Exception {
    try (Bench bench = new Bench(folder, 12)) {
      bench.consent();
      AtomicBoolean stop = new AtomicBoolean();
      bench.server.usual =
          (server, call, body) -> {
            stop.set(true);
            Behaviours.ANSWER.serve(server, call, body);
          };
      RunTerms terms = Bench.terms("r1", oneAtATime("1"), bench.model());
      try (Workers threads = new Workers("ask", 1)) {
        RunReport report =
            new VerdictRun(
                    bench.store,
                    bench.model(),
                    bench.renderer,
                    threads,
                    bench.pause,
                    Clock.systemUTC())
                .run(terms, bench.plans.iterator(), stop::get, RunListener.NONE);
        assertThat(report.end()).isEqualTo(End.STOPPED);
        assertThat(report.progress().answered()).isEqualTo(1);
      }
      assertThat(summary(bench, "r1").underWay()).isEqualTo(Money.ZERO);
      assertThat(summary(bench, "r1").spent()).isEqualTo(billed(bench));
    }
  }

  @Test
  void anotherModelUnderTheSameRunNameIsRefused() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.run(bench.terms("r1", "1"));
      SimulatedModel simulated = new SimulatedModel((id, f) -> false, 0, 1, Bench.PRICE.image());
      RunTerms terms = Bench.terms("r1", RunSettings.of(Money.of("1")), simulated);
      assertThatThrownBy(() -> bench.run(terms, simulated))
          .isInstanceOf(RunException.class)
          .hasMessageContaining("name of its own");
    }
  }

  @Test
  void simulatedAnswersSaySoEverywhereAndNeedNoConsent() throws Exception {
    try (Bench bench = new Bench(folder, 15)) {
      SimulatedModel model =
          new SimulatedModel((id, face) -> Bench.stranger(face), 0.2, 7, Bench.PRICE.image());
      bench.run(Bench.terms("demo", RunSettings.of(Money.of("5")), model), model);
      List<FaceVerdict> verdicts = bench.store.verdicts("demo");
      assertThat(verdicts).hasSize(45).allMatch(FaceVerdict::simulated);
      long wrong =
          verdicts.stream()
              .filter(v -> (v.same() == SamePerson.NO) != (v.imageId() % 100 == 8))
              .count();
      assertThat(wrong).isBetween(3L, 17L);
      bench.store.scan(
          record -> {
            if (record instanceof LedgerRecord.Sent sent) {
              assertThat(sent.simulated()).isTrue();
            }
            if (record instanceof LedgerRecord.Answered answered) {
              assertThat(answered.simulated()).isTrue();
              assertThat(answered.servedBy()).contains("simulated");
            }
          });
      assertThat(bench.server.chats).hasValue(0);
    }
  }

  @Test
  void aDeadRunIsTakenUpWithinItsBudget() throws Exception {
    Path live = folder.resolve("live");
    try (Bench bench = new Bench(live, 3)) {
      bench.consent();
      bench.run(bench.terms("r1", "1"));
      // What a killed process leaves behind: questions that left and never heard back.
      Money most =
          new QuestionCost(bench.terms("r1", "1").prompt(), Bench.PRICE, false)
              .mostCost(bench.plans.getFirst());
      bench.store.append(
          new LedgerRecord.Sent(
              "r1",
              java.time.Instant.now(),
              "lost",
              "some key",
              "00",
              bench.plans.getFirst(),
              most,
              false,
              null,
              null));
      Money before = summary(bench, "r1").spent();
      assertThat(summary(bench, "r1").underWay()).isEqualTo(most);
      bench.run(bench.terms("r1", "1"));
      assertThat(summary(bench, "r1").spent()).isEqualTo(before.plus(most));
      assertThat(summary(bench, "r1").underWay()).isEqualTo(Money.ZERO);
    }
    try (FileVerdictStore again = new FileVerdictStore(live)) {
      assertThat(again.run("r1").orElseThrow().underWay()).isEqualTo(Money.ZERO);
      assertThat(again.verdicts("r1")).hasSize(9);
    }
  }
}
