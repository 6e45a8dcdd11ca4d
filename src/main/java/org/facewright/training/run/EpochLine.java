package org.facewright.training.run;

import java.util.List;

/**
 * An epoch in a run's log.
 *
 * @param epoch counted from 1
 * @param step steps done by its end
 * @param seconds that verification took
 * @param verified held-out identities first, if there are any, then the sets that were given
 */
public record EpochLine(int epoch, long step, double seconds, List<Verified> verified) {
  /** What the held-out identities are called among the sets. */
  public static final String HELD_OUT = "held out";

  /** One set and what it says. */
  public record Verified(String set, PairFigures figures) {}

  public EpochLine {
    verified = List.copyOf(verified);
  }
}
