package org.facewright.generation.vec2face.training;

import java.nio.file.Path;
import org.facewright.network.checkpoint.RunPosition;

/** Hears what a run does, on the run's own thread. */
public interface RunListener {
  /**
   * A step is done.
   *
   * @param at after it
   * @param rate learning rate
   * @param seconds it took, waiting for pictures included
   */
  default void stepped(RunPosition at, StepLosses losses, double rate, double seconds) {}

  /**
   * A sample grid was written.
   *
   * @param similarity mean cosine of held-out faces' vectors and those of the faces drawn from
   *     them; NaN if nobody could measure it
   */
  default void sampled(long step, Path grid, double similarity) {}

  default void saved(Path checkpoint) {}
}
