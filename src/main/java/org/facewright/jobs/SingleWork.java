package org.facewright.jobs;

import java.util.List;

/** Work that is one item: it is done, or it begins anew. */
public abstract class SingleWork implements Work {
  private boolean done;

  /**
   * Does it; what it finds is kept for {@link #finish}.
   *
   * @return false if it was stopped on the way
   */
  protected abstract boolean work(JobControl control) throws JobException;

  @Override
  public final long total() {
    return 1;
  }

  @Override
  public final boolean startsOver() {
    return true;
  }

  @Override
  public final int batchSize() {
    return 1;
  }

  @Override
  public final long[] next(int max) {
    return done ? new long[0] : new long[] {0};
  }

  @Override
  public final Outcome run(long[] items, JobControl control) throws JobException {
    done = work(control);
    return new Outcome(done ? items : new long[0], List.of());
  }

  @Override
  public final void setAside(long item, String reason) throws JobException {
    throw new JobException("It ended the program three times: " + reason);
  }

  @Override
  public void close() {}
}
