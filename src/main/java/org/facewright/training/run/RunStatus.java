package org.facewright.training.run;

/**
 * How far a run has come.
 *
 * @param message why it stopped or failed, or empty
 * @param step steps done
 * @param steps of the whole run
 * @param epoch epochs done
 * @param epochs of the whole run
 * @param loss mean over the last steps, at most 50; NaN before the first
 * @param accuracy likewise
 * @param seconds of training so far, over all sittings
 * @param imagesPerSecond mean of this sitting
 * @param memory bytes of the process that trains that are in memory; 0 where nobody knows
 */
public record RunStatus(
    State state,
    String message,
    long step,
    long steps,
    int epoch,
    int epochs,
    float loss,
    float accuracy,
    double seconds,
    double imagesPerSecond,
    long memory) {
  /** What a run is doing. */
  public enum State {
    RUNNING,
    /** Stopped on request; it can be resumed. */
    STOPPED,
    /** All epochs are done. */
    DONE,
    /** Something went wrong; it can be resumed from its last good checkpoint. */
    FAILED,
    /** Its process vanished; it can be resumed from its last good checkpoint. */
    INTERRUPTED
  }

  RunStatus with(State changed, String why) {
    return new RunStatus(
        changed, why, step, steps, epoch, epochs, loss, accuracy, seconds, imagesPerSecond, memory);
  }
}
