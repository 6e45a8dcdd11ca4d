package org.facewright.verdict.run;

import org.facewright.verdict.sheet.SheetPlan;

/** Hears of every sheet that is done; called from the threads that ask, one at a time. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = (plan, outcome, progress) -> {};

  void sheet(SheetPlan plan, SheetOutcome outcome, RunProgress progress);
}
