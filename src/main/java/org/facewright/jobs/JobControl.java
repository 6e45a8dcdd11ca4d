package org.facewright.jobs;

/** What a running job may ask and say. */
public interface JobControl {
  /** True once somebody asked to pause or cancel: finish the item at hand and return. */
  boolean stopping();

  /** The work itself has found a reason to wait: as if somebody had asked to pause the job. */
  default void pause() {}

  /** A line for the job's log. */
  void log(String text);
}
