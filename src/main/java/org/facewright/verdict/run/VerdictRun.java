package org.facewright.verdict.run;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.facewright.verdict.ledger.VerdictStore;
import org.facewright.verdict.model.VisionModel;
import org.facewright.verdict.run.RunReport.End;
import org.facewright.verdict.sheet.SheetPlan;
import org.facewright.verdict.sheet.SheetRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model about many sheets. The same run name and sheets again, after a stop, a kill or with
 * a larger budget, ask only what has no answer yet.
 *
 * <p>One call of {@link #run} at a time for each store.
 */
public final class VerdictRun {
  private final VerdictStore store;
  private final VisionModel model;
  private final SheetRenderer renderer;
  private final Executor threads;
  private final Pause pause;
  private final Clock clock;

  /**
   * @param threads as many as questions shall be under way at once ({@code jobs.Workers}); {@link
   *     #run} must not be called from one of them
   */
  public VerdictRun(
      VerdictStore store,
      VisionModel model,
      SheetRenderer renderer,
      Executor threads,
      Pause pause,
      Clock clock) {
    this.store = store;
    this.model = model;
    this.renderer = renderer;
    this.threads = threads;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Runs until every sheet is answered or given up on, the budget is used up, the server is closed
   * to us, or {@code stopping} becomes true. Questions under way then are waited for: they are
   * paid.
   *
   * @param plans asked for one at a time, by one thread at a time
   * @throws RunException without consent, or if the ledger fails
   */
  public RunReport run(
      RunTerms terms, Iterator<SheetPlan> plans, BooleanSupplier stopping, RunListener listener)
      throws RunException {
    Going going = begin(terms, stopping, listener);
    going.ask(plans);
    return going.end();
  }

  /** Begins a run whose sheets come a few at a time; the caller must {@link Going#end} it. */
  public Going begin(RunTerms terms, BooleanSupplier stopping, RunListener listener)
      throws RunException {
    return new Going(terms, stopping, listener);
  }

  /** A run under way. One thread at a time. */
  public final class Going {
    private final OpenRun run;
    private final int concurrency;
    private final RunTotals totals;
    private final BooleanSupplier stopping;
    private final BooleanSupplier ending;
    private final SheetAsker asker;

    private Going(RunTerms terms, BooleanSupplier stopping, RunListener listener)
        throws RunException {
      this.run = new OpenRun(terms, store, clock);
      this.concurrency = terms.settings().concurrency();
      this.stopping = stopping;
      this.totals =
          new RunTotals(
              run.budget(), new QuestionCost(terms.prompt(), terms.price(), false), listener);
      this.ending = () -> stopping.getAsBoolean() || !totals.open();
      Backoff backoff = new Backoff(terms.settings(), new SharedRandom(terms.settings().seed()));
      this.asker = new SheetAsker(run, model, renderer, pause, backoff, ending);
    }

    /**
     * Asks about these sheets.
     *
     * @return false once the run is over, be it by the budget, the server or the user
     */
    public boolean ask(Iterator<SheetPlan> plans) throws RunException {
      try {
        askAll(concurrency, new Plans(plans), asker, totals, ending);
        return !ending.getAsBoolean();
      } catch (IOException e) {
        throw OpenRun.ledger(e);
      }
    }

    /** Writes down how the run ended. */
    public RunReport end() throws RunException {
      try {
        if (stopping.getAsBoolean()) {
          totals.end(End.STOPPED, "stopped");
        }
        RunReport report = totals.report();
        run.ended(report.end() + (report.why().isEmpty() ? "" : ": " + report.why()));
        return report;
      } catch (IOException e) {
        throw OpenRun.ledger(e);
      }
    }
  }

  private void askAll(
      int concurrency, Plans plans, SheetAsker asker, RunTotals totals, BooleanSupplier ending)
      throws IOException {
    List<CompletableFuture<Void>> loops = new ArrayList<>();
    for (int i = 0; i < concurrency; i++) {
      loops.add(
          CompletableFuture.runAsync(() -> askOneByOne(plans, asker, totals, ending), threads));
    }
    // All are waited for, also when one failed: questions under way must be written down.
    CompletableFuture<Void> all = CompletableFuture.allOf(loops.toArray(CompletableFuture[]::new));
    try {
      all.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case LedgerFailure failure -> throw failure.problem;
        case RuntimeException bug -> throw bug;
        case null, default -> throw e;
      }
    }
  }

  private static void askOneByOne(
      Plans plans, SheetAsker asker, RunTotals totals, BooleanSupplier ending) {
    try {
      while (!ending.getAsBoolean()) {
        SheetPlan plan = plans.next();
        if (plan == null) {
          return;
        }
        totals.add(plan, asker.ask(plan));
      }
    } catch (IOException e) {
      totals.end(End.CLOSED, "the ledger failed");
      throw new LedgerFailure(e);
    } catch (RuntimeException e) {
      totals.end(End.CLOSED, "the program failed");
      throw e;
    }
  }

  /** Carries a failed ledger out of a thread. */
  private static final class LedgerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException problem;

    LedgerFailure(IOException problem) {
      super(problem);
      this.problem = problem;
    }
  }

  /** Hands out the plans to several threads. */
  private static final class Plans {
    private final Iterator<SheetPlan> plans;

    Plans(Iterator<SheetPlan> plans) {
      this.plans = plans;
    }

    synchronized @Nullable SheetPlan next() {
      return plans.hasNext() ? plans.next() : null;
    }
  }
}
