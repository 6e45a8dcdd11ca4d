package org.facewright.training;

import java.nio.file.Path;
import org.facewright.network.checkpoint.RunPosition;

/** Hears what a run does, on the run's own thread. */
public interface TrainingListener {
  /**
   * A step is done.
   *
   * @param position after it
   * @param stage of the curriculum, from 0
   * @param seconds the step took, waiting for pictures included
   * @param waited seconds of them spent waiting for pictures
   */
  record Step(
      RunPosition position,
      TrainingStep measured,
      double rate,
      int stage,
      int pictures,
      double seconds,
      double waited) {}

  default void stepped(Step step) {}

  /** An epoch is done; the module may be used to evaluate. */
  default void epochDone(int epoch, TrainingModule module) throws TrainingException {}

  default void saved(Path checkpoint) {}
}
