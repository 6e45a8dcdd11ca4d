package org.facewright.verdict.fusion;

/**
 * Where the experts decide among themselves.
 *
 * @param keepUpTo images that probably do not belong by at most this are kept; -1 for none
 * @param rejectFrom those by at least this are rejected; above 1 for none
 */
public record Thresholds(double keepUpTo, double rejectFrom) {
  public Thresholds {
    if (!(keepUpTo < rejectFrom)) {
      throw new IllegalArgumentException("keepUpTo must be below rejectFrom");
    }
  }

  Ruled rule(double probabilityBad) {
    if (probabilityBad <= keepUpTo) {
      return Ruled.AUTO_KEEP;
    }
    return probabilityBad >= rejectFrom ? Ruled.AUTO_REJECT : Ruled.ASK;
  }
}
