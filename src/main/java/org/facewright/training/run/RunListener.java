package org.facewright.training.run;

/** Hears what a run does, on the run's own thread. */
public interface RunListener {
  default void stepped(StepLine step, RunStatus status) {}

  default void epochDone(EpochLine epoch, RunStatus status) {}

  /** Something worth knowing, one sentence. */
  default void note(String sentence) {}
}
