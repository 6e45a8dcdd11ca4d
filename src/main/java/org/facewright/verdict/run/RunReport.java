package org.facewright.verdict.run;

import java.util.List;

/**
 * What came of a run.
 *
 * @param why in one sentence if it did not come to its end
 * @param leftOut the first sheets without an answer, at most 1,000; the ledger has all
 */
public record RunReport(End end, String why, RunProgress progress, List<Missing> leftOut) {
  /** How a run ends. */
  public enum End {
    /** Every sheet has an answer or was given up on. */
    COMPLETE,
    OVER_BUDGET,
    /** Somebody stopped it. */
    STOPPED,
    /** The server will answer nothing until something is mended. */
    CLOSED
  }

  /** A sheet without an answer. */
  public record Missing(String identity, String reason) {}
}
