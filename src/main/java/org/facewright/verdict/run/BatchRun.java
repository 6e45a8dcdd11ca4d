package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.facewright.verdict.cost.Budget;
import org.facewright.verdict.ledger.BatchStage;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.LedgerRecord.BatchStep;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.BatchModel;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.VisionQuestion;
import org.facewright.verdict.sheet.DrawnSheet;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.sheet.SheetRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Asks by batches: half the price, answers within a day. {@link #prepare} writes the questions
 * down, {@link #advance} takes every open batch as far as it will go now; call it again, from
 * another process if need be, until it returns nothing. One thread at a time.
 */
public final class BatchRun {
  private final OpenRun run;
  private final VerdictStore store;
  private final BatchModel model;
  private final SheetRenderer renderer;
  private final BatchSettings settings;
  private final QuestionCost cost;
  private final BatchCourse course;
  private final Set<String> asked = new HashSet<>();

  /**
   * Begins a run or takes it up again.
   *
   * @throws RunException without consent, or if the ledger fails
   */
  public BatchRun(
      RunTerms terms,
      VerdictStore store,
      BatchModel model,
      SheetRenderer renderer,
      BatchSettings settings,
      Clock clock)
      throws RunException {
    this.run = new OpenRun(terms, store, clock);
    this.store = store;
    this.model = model;
    this.renderer = renderer;
    this.settings = settings;
    this.cost = new QuestionCost(terms.prompt(), terms.price(), true);
    this.course = new BatchCourse(run, model, settings, cost, clock);
  }

  /**
   * Puts into batches what has no answer and is in no batch yet, as far as the budget reaches.
   *
   * @return how many sheets were put into batches
   * @throws RunException if the ledger or the batch's file cannot be written
   */
  public int prepare(Iterator<SheetPlan> plans, BooleanSupplier stopping) throws RunException {
    int count = 0;
    asked.clear();
    store.open(run.terms().run()).forEach(sent -> asked.add(sent.key()));
    @Nullable BatchWriter writer = null;
    try {
      while (plans.hasNext() && !stopping.getAsBoolean()) {
        Question question = question(plans.next());
        if (question == null) {
          continue;
        }
        if (writer != null && !writer.hasRoom(question.line, settings)) {
          close(writer);
          writer = null;
        }
        writer = writer == null ? newWriter() : writer;
        writer.add(question.sent(writer.batch()), question.reservation, question.line);
        count++;
      }
      if (writer != null) {
        close(writer);
      }
      return count;
    } catch (IOException e) {
      throw OpenRun.ledger(e);
    }
  }

  private BatchWriter newWriter() throws IOException {
    String name = UUID.randomUUID().toString();
    return new BatchWriter(name, file(name, ".jsonl"));
  }

  private Path file(String batch, String ending) throws IOException {
    return store.workFolder().resolve(batch + ending);
  }

  /** From here on the questions are the batch's, come what may. */
  private void close(BatchWriter writer) throws IOException {
    try (writer) {
      List<LedgerRecord> records = new ArrayList<>(writer.finish());
      records.add(course.step(writer.batch(), BatchStage.PREPARED, null));
      store.append(records);
      for (int i = 0; i < records.size() - 1; i++) {
        LedgerRecord.Sent sent = (LedgerRecord.Sent) records.get(i);
        run.inBatch(sent.attempt(), writer.reservations().get(i));
      }
    }
  }

  /** A sheet that is to go into a batch. */
  private record Question(LedgerRecord.Sent draft, Budget.Reservation reservation, String line) {
    LedgerRecord.Sent sent(String batch) {
      return new LedgerRecord.Sent(
          draft.run(),
          draft.at(),
          draft.attempt(),
          draft.key(),
          draft.sheet(),
          draft.plan(),
          draft.reserved(),
          draft.simulated(),
          batch,
          draft.expected());
    }
  }

  private @Nullable Question question(SheetPlan plan) throws IOException {
    DrawnSheet sheet;
    try {
      sheet = renderer.render(plan);
    } catch (IOException e) {
      run.leftOut(plan, "the sheet cannot be drawn: " + e.getMessage());
      return null;
    }
    String key = run.terms().key(sheet.hash());
    if (run.answeredBefore(plan, key) || !asked.add(key)) {
      return null;
    }
    Optional<Budget.Reservation> reservation = run.budget().setAside(cost.mostCost(plan));
    if (reservation.isEmpty()) {
      asked.remove(key);
      run.leftOut(plan, "the budget of %s does not reach".formatted(run.budget().limit()));
      return null;
    }
    store.keep(VerdictStore.Kind.SHEET, sheet.bytes());
    LedgerRecord.Sent draft =
        run.sending(sheet, key, reservation.get().amount(), cost.expectedCost(plan));
    String line =
        model.line(
            new VisionQuestion(sheet, run.terms().prompt(), draft.attempt(), draft.attempt()));
    return new Question(draft, reservation.get(), line);
  }

  /**
   * Takes every open batch as far as it will go now.
   *
   * @return the batches that were open; one that says {@link BatchStage#CLOSED} is done
   * @throws RunException if the ledger fails; a server that fails is told in the progress
   */
  public List<BatchProgress> advance() throws RunException {
    List<BatchProgress> all = new ArrayList<>();
    try {
      for (BatchStep open : store.openBatches(run.terms().run())) {
        all.add(course.advance(open));
      }
      if (!all.isEmpty() && store.openBatches(run.terms().run()).isEmpty()) {
        run.ended("COMPLETE");
      }
      return all;
    } catch (IOException e) {
      throw OpenRun.ledger(e);
    }
  }

  /**
   * Gives up on a batch that will never come to an end: its questions count as billed unless it was
   * not begun, and may be asked again.
   */
  public void abandon(String batch) throws RunException {
    try {
      for (BatchStep open : store.openBatches(run.terms().run())) {
        if (open.batch().equals(batch)) {
          course.abandon(open);
        }
      }
    } catch (IOException e) {
      throw OpenRun.ledger(e);
    }
  }

  /**
   * Asks the server to stop every batch it works on. What is answered by then is paid and still
   * collected by {@link #advance}.
   */
  public void cancel() throws ModelException {
    for (BatchStep open : store.openBatches(run.terms().run())) {
      if (open.stage() == BatchStage.CREATED && open.remote() != null) {
        model.cancel(open.remote());
      }
    }
  }
}
