package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.run.RunReport.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run makes of servers that are busy, slow, confused or wrong. */
class MisbehavingServerTest {
  @TempDir Path folder;

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
      assertThat(bench.summary("r1").spent()).isEqualTo(bench.billed());
      assertThat(bench.summary("r1").failed()).isEqualTo(3);
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
      RunSettings settings = Bench.oneAtATime("1.00");
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
      assertThat(bench.summary("r1").refused()).isEqualTo(3);
      assertThat(bench.summary("r1").spent()).isEqualTo(bench.billed());
    }
  }

  @Test
  void afterARefusalOrHalfAReplyItAsksAgain() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.server.next(Behaviours.REFUSAL, Behaviours.CUT_OFF);
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.progress().answered()).isEqualTo(1);
      assertThat(bench.summary("r1").spent()).isEqualTo(bench.billed());
      assertThat(bench.server.idempotencyKeys).doesNotHaveDuplicates();
      assertThat(bench.summary("r1").refused()).isEqualTo(2);
    }
  }

  @Test
  void aReplyWithoutUsageCostsTheMostItCan() throws Exception {
    try (Bench bench = new Bench(folder, 1)) {
      bench.consent();
      bench.server.next(Behaviours.NO_JSON);
      bench.run(bench.terms("r1", "1.00"));
      assertThat(bench.summary("r1").spent()).isGreaterThan(bench.billed());
    }
  }

  @Test
  void aLostReplyCountsAsBilledAndIsAskedForWithTheSameKey() throws Exception {
    try (Bench bench = new Bench(folder, 1, Duration.ofMillis(400))) {
      bench.consent();
      bench.server.next(Behaviours.ANSWER_LOST, Behaviours.STALL, Behaviours.SILENCE);
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.progress().answered()).isEqualTo(1);
      assertThat(bench.summary("r1").failed()).isEqualTo(3);
      assertThat(bench.summary("r1").spent()).isGreaterThanOrEqualTo(bench.billed());
      assertThat(bench.server.idempotencyKeys).hasSize(4);
      assertThat(bench.server.idempotencyKeys.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void aWrongKeyEndsTheRunAndIsNeverRepeated() throws Exception {
    try (Bench bench = new Bench(folder, 5)) {
      bench.consent();
      bench.server.usual =
          Behaviours.status(401, "invalid_api_key", "Incorrect API key provided: " + Bench.KEY);
      RunReport report = bench.run(Bench.terms("r1", Bench.oneAtATime("1"), bench.model()));
      assertThat(report.end()).isEqualTo(End.CLOSED);
      assertThat(report.why()).contains("401").doesNotContain(Bench.KEY);
      assertThat(bench.server.chats).hasValue(1);
      assertThat(bench.summary("r1").spent()).isEqualTo(Money.ZERO);
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
      bench.run(Bench.terms("r1", Bench.oneAtATime("1"), bench.model()));
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
}
