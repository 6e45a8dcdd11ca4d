package org.facewright.app;

import java.util.List;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.StopHook;
import org.facewright.jobs.Work;

/** Runs the work of a job without a project's queue, until it ends or Ctrl-C stops it. */
final class FolderRun implements JobControl {
  private final Work work;
  private final Output output;
  private volatile boolean stopping;
  private long failed;
  private String summary = "stopped; the same line goes on";

  FolderRun(Work work, Output output) {
    this.work = work;
    this.output = output;
  }

  /** Returns whether it came to the end. */
  boolean run() throws JobException {
    try (StopHook hook = new StopHook(() -> stopping = true)) {
      while (!stopping) {
        long[] items = work.next(work.batchSize());
        if (items.length == 0) {
          summary = work.finish(this);
          return true;
        }
        List<ItemFailure> failures = work.run(items, this).failures();
        failures.forEach(failure -> output.note("  " + failure.reason()));
        failed += failures.size();
      }
      return false;
    }
  }

  long failed() {
    return failed;
  }

  /** What came out, in one sentence. */
  String summary() {
    return summary;
  }

  @Override
  public boolean stopping() {
    return stopping;
  }

  @Override
  public void log(String text) {
    output.note("  " + text);
  }
}
