package org.facewright.verdict.run;

import java.util.ArrayList;
import java.util.List;
import org.facewright.verdict.cost.Budget;
import org.facewright.verdict.cost.Money;
import org.facewright.verdict.run.RunReport.End;
import org.facewright.verdict.sheet.SheetPlan;

/** Counts what the sheets of a run came to, and notices when to end it. Thread-safe. */
final class RunTotals {
  private static final int MOST_NAMED = 1000;
  private static final int MOST_LEFT_OUT_IN_A_ROW = 20;

  private final Budget budget;
  private final QuestionCost cost;
  private final RunListener listener;
  private final List<RunReport.Missing> missing = new ArrayList<>();
  private int answered;
  private int reused;
  private int leftOut;
  private int leftOutInARow;
  private Money expected = Money.ZERO;
  private volatile End end = End.COMPLETE;
  private String why = "";

  RunTotals(Budget budget, QuestionCost cost, RunListener listener) {
    this.budget = budget;
    this.cost = cost;
    this.listener = listener;
  }

  /** Whether the run goes on. */
  boolean open() {
    return end == End.COMPLETE;
  }

  synchronized void add(SheetPlan plan, SheetOutcome outcome) {
    switch (outcome) {
      case SheetOutcome.Answered _ -> {
        answered++;
        leftOutInARow = 0;
        expected = expected.plus(cost.expectedCost(plan));
      }
      case SheetOutcome.Reused _ -> reused++;
      case SheetOutcome.LeftOut out -> leftOut(plan, out.reason());
      case SheetOutcome.OverBudget over -> {
        missing(plan, over.reason());
        end(End.OVER_BUDGET, over.reason());
      }
      case SheetOutcome.Stopped _ -> end(End.STOPPED, "stopped");
      case SheetOutcome.Closed closed -> end(End.CLOSED, closed.reason());
    }
    listener.sheet(plan, outcome, progress());
  }

  private void leftOut(SheetPlan plan, String reason) {
    missing(plan, reason);
    if (++leftOutInARow >= MOST_LEFT_OUT_IN_A_ROW && answered == 0) {
      end(End.CLOSED, "no sheet was answered; the last: " + reason);
    }
  }

  private void missing(SheetPlan plan, String reason) {
    leftOut++;
    if (missing.size() < MOST_NAMED) {
      missing.add(new RunReport.Missing(plan.identity(), reason));
    }
  }

  /** The first reason stands. */
  synchronized void end(End how, String reason) {
    if (open()) {
      why = reason;
      end = how;
    }
  }

  private RunProgress progress() {
    return new RunProgress(
        answered, reused, leftOut, expected, budget.spent(), budget.reserved(), budget.limit());
  }

  synchronized RunReport report() {
    return new RunReport(end, why, progress(), List.copyOf(missing));
  }
}
