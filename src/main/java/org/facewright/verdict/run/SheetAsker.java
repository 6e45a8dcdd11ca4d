package org.facewright.verdict.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.facewright.project.ContentHash;
import org.facewright.verdict.cost.Budget;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.ledger.LedgerRecord;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.ModelException;
import org.facewright.verdict.model.ModelReply;
import org.facewright.verdict.model.VisionModel;
import org.facewright.verdict.model.VisionQuestion;
import org.facewright.verdict.sheet.DrawnSheet;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.sheet.SheetRenderer;

/** Asks about one sheet until there is an answer or no more sense in asking. Thread-safe. */
final class SheetAsker {
  private final OpenRun run;
  private final VisionModel model;
  private final SheetRenderer renderer;
  private final QuestionCost cost;
  private final Pause pause;
  private final Backoff backoff;
  private final BooleanSupplier stopping;
  private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  SheetAsker(
      OpenRun run,
      VisionModel model,
      SheetRenderer renderer,
      Pause pause,
      Backoff backoff,
      BooleanSupplier stopping) {
    this.run = run;
    this.model = model;
    this.renderer = renderer;
    this.cost = new QuestionCost(run.terms().prompt(), run.terms().price(), false);
    this.pause = pause;
    this.backoff = backoff;
    this.stopping = stopping;
  }

  /** The question of one sheet, and how often it went wrong. */
  private static final class Course {
    final DrawnSheet sheet;
    final String key;
    int failures;
    int refusals;

    Course(DrawnSheet sheet, String key) {
      this.sheet = sheet;
      this.key = key;
    }
  }

  /**
   * @throws IOException if the ledger cannot be written
   */
  SheetOutcome ask(SheetPlan plan) throws IOException {
    DrawnSheet sheet;
    try {
      sheet = renderer.render(plan);
    } catch (IOException e) {
      return leftOut(plan, "the sheet cannot be drawn: " + e.getMessage());
    }
    String key = run.terms().key(sheet.hash());
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> other = underWay.putIfAbsent(key, mine);
    if (other != null) {
      // The very same picture is being asked about: its answer will serve both.
      other.join();
      return ask(plan);
    }
    try {
      return run.answeredBefore(plan, key) ? new SheetOutcome.Reused() : ask(sheet, key);
    } finally {
      underWay.remove(key);
      mine.complete(null);
    }
  }

  private SheetOutcome ask(DrawnSheet sheet, String key) throws IOException {
    run.store().keep(VerdictStore.Kind.SHEET, sheet.bytes());
    return ask(new Course(sheet, key));
  }

  private SheetOutcome ask(Course course) throws IOException {
    while (true) {
      if (stopping.getAsBoolean() || !pause.sleep(model.holdBack(), stopping)) {
        return new SheetOutcome.Stopped();
      }
      Money most = cost.mostCost(course.sheet.plan());
      Optional<Budget.Reservation> reservation = run.budget().reserve(most, stopping);
      if (reservation.isEmpty()) {
        return stopping.getAsBoolean() ? new SheetOutcome.Stopped() : overBudget(course, most);
      }
      Optional<SheetOutcome> settled = attempt(course, reservation.get());
      if (settled.isPresent()) {
        return settled.get();
      }
    }
  }

  private SheetOutcome overBudget(Course course, Money most) throws IOException {
    String reason =
        run.budget().underpriced()
            ? "the server charges more than the price table says; correct the table"
            : "the question can cost %s, and %s of the budget of %s is spent"
                .formatted(most, run.budget().spent(), run.budget().limit());
    run.leftOut(course.sheet.plan(), reason);
    return new SheetOutcome.OverBudget(reason);
  }

  /** Empty if it is worth asking again. */
  private Optional<SheetOutcome> attempt(Course course, Budget.Reservation reservation)
      throws IOException {
    OpenRun.Reading reading;
    try {
      reading = exchange(course, reservation);
    } catch (ModelException e) {
      return failed(course, e);
    }
    return reading.answer() == null
        ? refused(course, reading.problem() == null ? "no answer" : reading.problem())
        : Optional.of(new SheetOutcome.Answered(reading.answer()));
  }

  /** One question and its reply, written down and settled. */
  private OpenRun.Reading exchange(Course course, Budget.Reservation reservation)
      throws IOException, ModelException {
    LedgerRecord.Sent sent =
        run.sending(
            course.sheet, course.key, reservation.amount(), cost.expectedCost(course.sheet.plan()));
    // Whatever goes wrong from here on unforeseen, the money counts as spent.
    Money paid = reservation.amount();
    try {
      run.store().append(sent);
      long start = System.nanoTime();
      ModelReply reply = model.ask(question(course, sent));
      long millis = (System.nanoTime() - start) / 1_000_000;
      OpenRun.Reading reading = run.answered(sent, reply, cost, millis);
      paid = reading.cost();
      return reading;
    } catch (ModelException e) {
      paid = e.kind().mayBeBilled() ? reservation.amount() : Money.ZERO;
      run.failed(sent, paid, problem(e));
      throw e;
    } finally {
      reservation.settle(paid);
    }
  }

  private VisionQuestion question(Course course, LedgerRecord.Sent sent) {
    int doubts = run.store().doubts(course.key);
    String again =
        run.terms().run()
            + "\n"
            + course.key
            + "\n"
            + course.refusals
            + (doubts == 0 ? "" : "\n" + doubts);
    return new VisionQuestion(
        course.sheet,
        run.terms().prompt(),
        sent.attempt(),
        ContentHash.of(again.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static String problem(ModelException e) {
    String message = String.valueOf(e.getMessage());
    return e.kind().mayBeBilled() ? message + "; counted as billed" : message;
  }

  private Optional<SheetOutcome> refused(Course course, String problem) throws IOException {
    RunSettings settings = run.terms().settings();
    if (++course.refusals >= settings.answerTries()) {
      return Optional.of(
          leftOut(
              course.sheet.plan(),
              "%d replies and no answer; the last: %s".formatted(course.refusals, problem)));
    }
    return goOn(settings.answerWait());
  }

  private Optional<SheetOutcome> failed(Course course, ModelException e) throws IOException {
    String message = String.valueOf(e.getMessage());
    if (e.kind() == ModelException.Kind.CLOSED) {
      return Optional.of(new SheetOutcome.Closed(message));
    }
    if (!e.kind().retry() || ++course.failures >= run.terms().settings().sendTries()) {
      return Optional.of(leftOut(course.sheet.plan(), message));
    }
    return goOn(backoff.after(course.failures, e.retryAfter()));
  }

  private Optional<SheetOutcome> goOn(java.time.Duration wait) {
    return pause.sleep(wait, stopping) ? Optional.empty() : Optional.of(new SheetOutcome.Stopped());
  }

  private SheetOutcome leftOut(SheetPlan plan, String reason) throws IOException {
    run.leftOut(plan, reason);
    return new SheetOutcome.LeftOut(reason);
  }
}
