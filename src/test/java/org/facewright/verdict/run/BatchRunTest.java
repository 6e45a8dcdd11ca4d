package org.facewright.verdict.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.BatchStage;
import org.facewright.verdict.ledger.RunSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder, 5);
    bench.consent();
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  /** As after a restart: nothing is remembered but the store. */
  private BatchRun fresh(String limit, Duration createAgainAfter) throws Exception {
    return new BatchRun(
        bench.terms("b1", limit),
        bench.store,
        bench.batches(),
        bench.renderer,
        new BatchSettings(3, 100 << 20, createAgainAfter),
        Clock.systemUTC());
  }

  private BatchRun fresh() throws Exception {
    return fresh("1.00", Duration.ofMinutes(10));
  }

  private int prepare() throws Exception {
    return fresh().prepare(bench.plans.iterator(), () -> false);
  }

  private RunSummary summary() {
    return bench.store.run("b1").orElseThrow();
  }

  /** Half of what the server's account says for single questions; rounding up at each question. */
  private void assertSpentHalfPrice() {
    long half = bench.server.billedNano.get() / 2;
    assertThat(summary().spent().nano()).isBetween(half, half + 10);
  }

  @Test
  void everyStepMayBeTheLastOfAProcess() throws Exception {
    bench.server.batches.polls = 2;
    assertThat(prepare()).isEqualTo(5);
    assertThat(summary().underWay()).isGreaterThan(Money.ZERO);
    List<BatchProgress> first = fresh().advance();
    assertThat(first).hasSize(2).allMatch(b -> b.stage() == BatchStage.CREATED);
    List<BatchProgress> second = fresh().advance();
    assertThat(second).hasSize(2).allMatch(b -> b.stage() == BatchStage.CLOSED);
    assertThat(fresh().advance()).isEmpty();
    assertThat(bench.store.verdicts("b1")).hasSize(15);
    assertThat(bench.server.batches.begun).isEqualTo(2);
    assertThat(bench.server.batches.uploads).isEqualTo(2);
    assertThat(summary().underWay()).isEqualTo(Money.ZERO);
    assertSpentHalfPrice();
    try (var left = Files.list(bench.store.workFolder())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsInABatchIsPutIntoNoOther() throws Exception {
    prepare();
    assertThat(prepare()).isZero();
    fresh().advance();
    assertThat(prepare()).isZero();
    assertThat(bench.server.billedByPicture.values()).allMatch(n -> n.get() == 1);
  }

  @Test
  void aBatchWhoseBeginningWasNotHeardOfIsFoundAgain() throws Exception {
    bench.server.batches.loseNextBegin = true;
    prepare();
    List<BatchProgress> first = fresh().advance();
    assertThat(first.getFirst().stage()).isEqualTo(BatchStage.TRIED);
    fresh().advance();
    assertThat(bench.server.batches.begun).isEqualTo(2);
    assertThat(bench.store.verdicts("b1")).hasSize(15);
    assertSpentHalfPrice();
  }

  @Test
  void aBatchThatNeverBeganIsBegunAgainOnlyAfterAWhile() throws Exception {
    bench.server.batches.loseNextBegin = true;
    bench.server.batches.showsBatches = false;
    prepare();
    fresh().advance();
    assertThat(fresh().advance().getFirst().stage()).isEqualTo(BatchStage.TRIED);
    assertThat(bench.server.batches.begun).isEqualTo(2);
    fresh("1.00", Duration.ZERO).advance();
    assertThat(bench.server.batches.begun).isEqualTo(3);
  }

  @Test
  void doubledAndForeignLinesCountForNothing() throws Exception {
    bench.server.batches.output =
        lines -> {
          List<String> odd = new ArrayList<>(lines);
          odd.addAll(lines);
          odd.add(lines.getFirst().replaceFirst("\"custom_id\":\"[^\"]*\"", "\"custom_id\":\"x\""));
          return odd;
        };
    prepare();
    fresh().advance();
    assertThat(bench.store.verdicts("b1")).hasSize(15);
    assertSpentHalfPrice();
  }

  @Test
  void aLostOrBrokenLineCountsAsBilledAndMayBeAskedAgain() throws Exception {
    bench.server.batches.output =
        lines -> {
          List<String> odd = new ArrayList<>(lines);
          odd.set(0, odd.getFirst().substring(0, 90));
          return odd;
        };
    prepare();
    fresh().advance();
    assertThat(bench.store.verdicts("b1")).hasSize(9);
    assertThat(summary().failed()).isEqualTo(2);
    assertThat(summary().spent().nano()).isGreaterThan(bench.server.billedNano.get() / 2);
    bench.server.batches.output = lines -> lines;
    assertThat(prepare()).isEqualTo(2);
    fresh().advance();
    assertThat(bench.store.verdicts("b1")).hasSize(15);
  }

  @Test
  void aHalfDownloadIsFetchedAgain() throws Exception {
    prepare();
    bench.server.batches.failNextDownload = "{\"id\":\"batch_req_0\",\"custom_";
    fresh().advance();
    assertThat(bench.store.verdicts("b1")).hasSize(15);
    assertSpentHalfPrice();
  }

  @Test
  void questionsThatFailedInABatchAreNotBilled() throws Exception {
    bench.server.batches.output =
        lines ->
            lines.stream()
                .map(
                    line ->
                        line.replaceFirst(
                            "\"response\":.*",
                            "\"response\":null,\"error\":{\"code\":\"batch_expired\","
                                + "\"message\":\"too late\"}}"))
                .toList();
    bench.server.batches.ending = "expired";
    prepare();
    fresh().advance();
    assertThat(summary().spent()).isEqualTo(Money.ZERO);
    assertThat(summary().failed()).isEqualTo(5);
  }

  @Test
  void aRefusedBatchCostsNothing() throws Exception {
    bench.server.batches.ending = "failed";
    prepare();
    List<BatchProgress> progress = fresh().advance();
    assertThat(progress).allMatch(b -> b.stage() == BatchStage.CLOSED);
    assertThat(summary().spent()).isEqualTo(Money.ZERO);
    assertThat(summary().underWay()).isEqualTo(Money.ZERO);
  }

  @Test
  void theBudgetHoldsAcrossBatchesAndRestarts() throws Exception {
    BatchRun small = fresh("0.010", Duration.ZERO);
    int first = small.prepare(bench.plans.iterator(), () -> false);
    assertThat(first).isBetween(1, 4);
    assertThat(fresh("0.010", Duration.ZERO).prepare(bench.plans.iterator(), () -> false)).isZero();
    assertThat(summary().underWay()).isLessThanOrEqualTo(Money.of("0.010"));
    fresh("0.010", Duration.ZERO).advance();
    assertThat(bench.server.billedNano.get() / 2).isLessThanOrEqualTo(10_000_000);
  }

  @Test
  void givingUpOnABatchCountsItAsBilledOnceItWasBegun() throws Exception {
    bench.server.batches.polls = 100;
    prepare();
    List<BatchProgress> open = fresh().advance();
    for (BatchProgress batch : open) {
      fresh().abandon(batch.batch());
    }
    assertThat(summary().spent()).isGreaterThan(Money.ZERO);
    assertThat(summary().underWay()).isEqualTo(Money.ZERO);
    assertThat(fresh().advance()).isEmpty();
  }
}
