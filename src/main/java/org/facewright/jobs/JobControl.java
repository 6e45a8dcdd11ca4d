package org.facewright.jobs;

/** What a running job may ask and say. */
public interface JobControl {
  /** True once somebody asked to pause or cancel: finish the item at hand and return. */
  boolean stopping();

  /** A line for the job's log. */
  void log(String text);
}
