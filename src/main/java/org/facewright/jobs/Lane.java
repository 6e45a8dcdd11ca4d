package org.facewright.jobs;

/** What a job mostly waits for. Each lane runs one job at a time, so that jobs do not fight. */
public enum Lane {
  CPU,
  GPU,
  NETWORK,
  /** Somebody else's machine works, perhaps for a day; ours looks now and then. */
  REMOTE
}
