package org.facewright.verdict.ledger;

import java.time.Instant;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.Usage;
import org.jspecify.annotations.Nullable;

/** Adds up one run. One thread at a time. */
final class RunTally {
  private LedgerRecord.RunStarted started;
  private int answered;
  private int reused;
  private int refused;
  private int failed;
  private int leftOut;
  private Usage usage = Usage.NONE;
  private Money spent = Money.ZERO;
  private Money expected = Money.ZERO;
  private Money underWay = Money.ZERO;
  private Instant last;
  private @Nullable String ended;

  RunTally(LedgerRecord.RunStarted started) {
    this.started = started;
    this.last = started.at();
  }

  /** Taken up again: sheets left out before get another chance. */
  void restarted(LedgerRecord.RunStarted again) {
    started = again;
    ended = null;
    leftOut = 0;
  }

  void settled(LedgerRecord.Sent sent, boolean isAnswered) {
    underWay = underWay.minus(sent.reserved());
    Money guess = sent.expected();
    expected = isAnswered && guess != null ? expected.plus(guess) : expected;
  }

  void add(LedgerRecord.OfRun record) {
    last = record.at();
    switch (record) {
      case LedgerRecord.Sent sent -> underWay = underWay.plus(sent.reserved());
      case LedgerRecord.Answered reply -> {
        answered += reply.answer() == null ? 0 : 1;
        refused += reply.answer() == null ? 1 : 0;
        usage = usage.plus(reply.usage());
        spent = spent.plus(reply.cost());
      }
      case LedgerRecord.Failed failure -> {
        failed++;
        spent = spent.plus(failure.cost());
      }
      case LedgerRecord.Reused _ -> reused++;
      case LedgerRecord.LeftOut _ -> leftOut++;
      case LedgerRecord.RunEnded end -> ended = end.how();
      case LedgerRecord.RunStarted _, LedgerRecord.BatchStep _ -> {}
    }
  }

  RunSummary summary() {
    return new RunSummary(
        started, answered, reused, refused, failed, leftOut, usage, expected, spent, underWay, last,
        ended);
  }
}
