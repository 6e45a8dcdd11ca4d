package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facewright.jobs.Workers;
import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.FaceVerdict;
import org.facewright.verdict.ledger.FileVerdictStore;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.SimulatedModel;
import org.facewright.verdict.prompt.SamePerson;
import org.facewright.verdict.run.RunReport.End;
import org.facewright.verdict.sheet.SheetPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictRunTest {
  @TempDir Path folder;

  @Test
  void asksEverySheetOnceAndKeepsWhatCameBack() throws Exception {
    try (Bench bench = new Bench(folder, 6)) {
      bench.consent();
      RunReport report = bench.run(bench.terms("r1", "1.00"));
      assertThat(report.end()).isEqualTo(End.COMPLETE);
      assertThat(report.progress().answered()).isEqualTo(6);
      assertThat(bench.server.chats).hasValue(6);
      assertThat(bench.summary("r1").spent()).isEqualTo(bench.billed());
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
  void stoppingWaitsForWhatIsPaid() throws Exception {
    try (Bench bench = new Bench(folder, 12)) {
      bench.consent();
      AtomicBoolean stop = new AtomicBoolean();
      bench.server.usual =
          (server, call, body) -> {
            stop.set(true);
            Behaviours.ANSWER.serve(server, call, body);
          };
      RunTerms terms = Bench.terms("r1", Bench.oneAtATime("1"), bench.model());
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
      assertThat(bench.summary("r1").underWay()).isEqualTo(Money.ZERO);
      assertThat(bench.summary("r1").spent()).isEqualTo(bench.billed());
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
      Money before = bench.summary("r1").spent();
      assertThat(bench.summary("r1").underWay()).isEqualTo(most);
      bench.run(bench.terms("r1", "1"));
      assertThat(bench.summary("r1").spent()).isEqualTo(before.plus(most));
      assertThat(bench.summary("r1").underWay()).isEqualTo(Money.ZERO);
    }
    try (FileVerdictStore again = new FileVerdictStore(live)) {
      assertThat(again.run("r1").orElseThrow().underWay()).isEqualTo(Money.ZERO);
      assertThat(again.verdicts("r1")).hasSize(9);
    }
  }
}
