package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.Budget;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.cost.Usage;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.RunSummary;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.ModelReply;
import org.facewright.verdict.prompt.AnswerException;
import org.facewright.verdict.prompt.AnswerParser;
import org.facewright.verdict.prompt.SheetAnswer;
import org.facewright.verdict.run.RunException.Reason;
import org.facewright.verdict.sheet.DrawnSheet;
import org.facewright.verdict.sheet.SheetPlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run with its ledger and its budget. Every question is written down before it leaves, with the
 * most it can cost; every reply before anybody acts on it. Thread-safe.
 */
final class OpenRun {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunTerms terms;
  private final VerdictStore store;
  private final Clock clock;
  private final Budget budget;
  private final Map<String, Budget.Reservation> inBatches = new HashMap<>();
  private final AnswerParser parser;

  /**
   * Begins a run or takes it up again. Questions that left alone and never heard back, because the
   * program died, are counted as billed with all that was reserved for them.
   */
  OpenRun(RunTerms terms, VerdictStore store, Clock clock) throws RunException {
    this.terms = terms;
    this.store = store;
    this.clock = clock;
    this.parser = new AnswerParser(terms.prompt().style());
    if (!terms.simulated()) {
      new ConsentDesk(store, clock).require(terms.recipient());
    }
    try {
      this.budget = new Budget(terms.settings().limit(), takeUp());
      for (LedgerRecord.Sent sent : store.open(terms.run())) {
        inBatches.put(sent.attempt(), budget.adopt(sent.reserved()));
      }
    } catch (IOException e) {
      throw ledger(e);
    }
  }

  /** What the run spent before. */
  private Money takeUp() throws IOException, RunException {
    RunSummary before = store.run(terms.run()).orElse(null);
    if (before != null && !sameQuestions(before.started())) {
      throw new RunException(
          Reason.OTHER_RUN,
          "run %s asked %s with another wording; give the new run a name of its own"
              .formatted(terms.run(), before.started().model()));
    }
    List<LedgerRecord> records = new ArrayList<>();
    for (LedgerRecord.Sent sent : store.open(terms.run())) {
      if (sent.batch() == null) {
        records.add(
            new LedgerRecord.Failed(
                terms.run(),
                clock.instant(),
                sent.attempt(),
                sent.reserved(),
                "the program ended before the reply came; counted as billed"));
      }
    }
    ContentHash prompt =
        store.keep(
            VerdictStore.Kind.PROMPT, terms.prompt().text().getBytes(StandardCharsets.UTF_8));
    records.add(
        new LedgerRecord.RunStarted(
            terms.run(),
            clock.instant(),
            terms.model(),
            terms.simulated(),
            terms.recipient().origin(),
            prompt.toString(),
            terms.settings().limit(),
            terms.price(),
            JSON.writeValueAsString(terms.settings())));
    store.append(records);
    return store.run(terms.run()).map(RunSummary::spent).orElse(Money.ZERO);
  }

  private boolean sameQuestions(LedgerRecord.RunStarted before) {
    return before.model().equals(terms.model())
        && before.simulated() == terms.simulated()
        && before.prompt().equals(terms.prompt().hash().toString());
  }

  static RunException ledger(IOException e) {
    return new RunException(
        Reason.LEDGER, "the verdicts' ledger failed, nothing more is sent: " + e.getMessage(), e);
  }

  RunTerms terms() {
    return terms;
  }

  Budget budget() {
    return budget;
  }

  VerdictStore store() {
    return store;
  }

  /** Whether the sheet needs no question: this or an earlier run has its answer. */
  boolean answeredBefore(SheetPlan plan, String key) throws IOException {
    if (store.hasAnswer(terms.run(), key)) {
      return true;
    }
    if (!store.hasAnswer(key)) {
      return false;
    }
    store.append(
        new LedgerRecord.Reused(terms.run(), clock.instant(), key, plan, terms.simulated()));
    return true;
  }

  /** The record of a question that is about to leave; to be appended before it does. */
  LedgerRecord.Sent sending(DrawnSheet sheet, String key, Money reserved, Money expected) {
    return new LedgerRecord.Sent(
        terms.run(),
        clock.instant(),
        UUID.randomUUID().toString(),
        key,
        sheet.hash().toString(),
        sheet.plan(),
        reserved,
        terms.simulated(),
        null,
        expected);
  }

  /** What came of a reply. */
  record Reading(@Nullable SheetAnswer answer, @Nullable String problem, Money cost) {}

  /** Reads, keeps and prices a reply; durable when this returns. */
  Reading answered(LedgerRecord.Sent sent, ModelReply reply, QuestionCost cost, long latencyMillis)
      throws IOException {
    SheetAnswer answer = null;
    String problem = reply.refusal();
    if (problem == null && reply.content() != null) {
      try {
        answer = parser.parse(reply.content(), sent.plan());
      } catch (AnswerException e) {
        problem = e.getMessage();
      }
    }
    Usage usage = reply.usage() == null ? cost.most(sent.plan()) : reply.usage();
    Money paid = cost.of(usage);
    ContentHash raw =
        store.keep(VerdictStore.Kind.REPLY, reply.raw().getBytes(StandardCharsets.UTF_8));
    store.append(
        new LedgerRecord.Answered(
            terms.run(),
            clock.instant(),
            sent.attempt(),
            sent.key(),
            raw.toString(),
            reply.servedBy(),
            usage,
            paid,
            latencyMillis,
            terms.simulated(),
            problem,
            answer));
    return new Reading(answer, problem, paid);
  }

  void failed(LedgerRecord.Sent sent, Money cost, String problem) throws IOException {
    store.append(
        new LedgerRecord.Failed(terms.run(), clock.instant(), sent.attempt(), cost, problem));
  }

  void leftOut(SheetPlan plan, String reason) throws IOException {
    store.append(new LedgerRecord.LeftOut(terms.run(), clock.instant(), plan, reason));
  }

  void ended(String how) throws IOException {
    store.append(new LedgerRecord.RunEnded(terms.run(), clock.instant(), how));
  }

  /** Remembers what is reserved for a question of a batch. */
  void inBatch(String attempt, Budget.Reservation reservation) {
    synchronized (inBatches) {
      inBatches.put(attempt, reservation);
    }
  }

  void settleInBatch(String attempt, Money cost) {
    synchronized (inBatches) {
      Budget.Reservation reservation = inBatches.remove(attempt);
      if (reservation != null) {
        reservation.settle(cost);
      }
    }
  }
}
