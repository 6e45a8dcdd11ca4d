package org.facewright.jobs;

/**
 * The work of one running job, in items that are claimed, run and committed in batches. Used by one
 * thread at a time.
 */
public interface Work extends AutoCloseable {
  /** Items in all, those already done included; -1 while unknown. */
  long total() throws JobException;

  /**
   * The next items that are neither done nor set aside, at most {@code max}; empty when there is
   * nothing left. Asking again before they have run gives them again.
   */
  long[] next(int max) throws JobException;

  /** Whether what an earlier run of the job did was lost with it, as with a half-written file. */
  default boolean startsOver() {
    return false;
  }

  /** How many items one batch should hold: what a kill may cost. */
  int batchSize();

  /**
   * Runs the items and stores their results durably before returning. Running an item twice must
   * give the same project as running it once.
   */
  Outcome run(long[] items, JobControl control) throws JobException;

  /**
   * The item crashed the program too often: records that, so that {@link #next} gives it no more.
   */
  void setAside(long item, String reason) throws JobException;

  /** Called once after the last batch, for whatever must be done once; the message sums up. */
  default String finish(JobControl control) throws JobException {
    return "done";
  }

  @Override
  void close();
}
