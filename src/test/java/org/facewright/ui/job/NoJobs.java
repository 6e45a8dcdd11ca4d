package org.facewright.ui.job;

/** A queue that is not there: a page is shown without the window around it. */
public final class NoJobs implements JobCommands {
  @Override
  public void pause(long job) {}

  @Override
  public void resume(long job) {}

  @Override
  public void cancel(long job) {}

  @Override
  public void retry(long job) {}
}
