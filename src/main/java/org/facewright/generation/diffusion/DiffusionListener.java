package org.facewright.generation.diffusion;

/** Watches a run, and may end it. Called on the thread of the run. */
public interface DiffusionListener {
  /** Watches nothing and never cancels. */
  DiffusionListener NONE = new DiffusionListener() {};

  default void phase(Phase phase) {}

  default void step(StepReport report) {}

  /** Asked between steps and between phases; true ends the run without a picture. */
  default boolean cancelled() {
    return false;
  }
}
