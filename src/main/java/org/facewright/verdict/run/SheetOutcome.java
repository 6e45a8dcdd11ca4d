package org.facewright.verdict.run;

import org.facewright.verdict.prompt.SheetAnswer;

/** How it went with one sheet. */
public sealed interface SheetOutcome {
  /** The model answered. */
  record Answered(SheetAnswer answer) implements SheetOutcome {}

  /** The answer was there already. */
  record Reused() implements SheetOutcome {}

  /** No answer, and none to be had in this run. */
  record LeftOut(String reason) implements SheetOutcome {}

  /** The budget does not reach for it. */
  record OverBudget(String reason) implements SheetOutcome {}

  /** Not asked, since the run is being stopped. */
  record Stopped() implements SheetOutcome {}

  /** Nobody will be answered until something is mended. */
  record Closed(String reason) implements SheetOutcome {}
}
