package org.facewright.training.run;

import java.util.List;

/**
 * What became of a sitting.
 *
 * @param status at its end: stopped or done
 * @param checkpoint to go on from
 * @param verified of the last epoch that was verified; may be empty
 */
public record RunResult(RunStatus status, String checkpoint, List<EpochLine.Verified> verified) {
  public RunResult {
    verified = List.copyOf(verified);
  }

  public boolean done() {
    return status.state() == RunStatus.State.DONE;
  }
}
