package org.facewright.jobs;

/** Where a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  PAUSED,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether the job has ended; only a retry starts it again. */
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
