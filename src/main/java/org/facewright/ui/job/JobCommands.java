package org.facewright.ui.job;

/** What the drawer may ask of whoever runs the jobs. Called on the FX thread; returns at once. */
public interface JobCommands {
  void pause(long job);

  void resume(long job);

  void cancel(long job);

  /** Takes up the failed items again, or the whole job when it was cancelled. */
  void retry(long job);
}
