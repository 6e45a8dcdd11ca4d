package org.facewright.app;

import java.util.List;
import org.facewright.jobs.ItemFailure;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.jobs.StopHook;

/** Runs a job from the command line: progress, Ctrl-C, and what became of it. */
final class JobRunner {
  private static final int FAILURES_SHOWN = 10;

  private final JobQueue jobs;
  private final Output output;

  JobRunner(JobQueue jobs, Output output) {
    this.jobs = jobs;
    this.output = output;
  }

  /** Goes on with the unfinished job of these settings, or begins a new one; returns it ended. */
  JobRecord run(String kind, String title, String settings) {
    JobRecord known = jobs.unfinished(kind, settings);
    return run(known == null ? jobs.submit(kind, title, settings) : known);
  }

  JobRecord run(JobRecord job) {
    ProgressLine line = output.progress();
    jobs.addListener(line);
    // Ctrl-C: the item at hand is settled, the job is paused, and the same command goes on later.
    try (StopHook hook = new StopHook(() -> jobs.pause(job.id()))) {
      JobRecord ended = jobs.runNow(job.id());
      tellFailures(ended);
      return ended;
    } finally {
      jobs.removeListener(line);
      line.end();
    }
  }

  private void tellFailures(JobRecord job) {
    List<ItemFailure> failures = jobs.failures(job.id(), FAILURES_SHOWN);
    failures.forEach(failure -> output.note("  " + failure.reason()));
    if (job.failed() > failures.size()) {
      output.note(
          "  and " + (job.failed() - failures.size()) + " more: facewright jobs show " + job.id());
    }
  }

  /** What the process says of a job that ended. */
  static int exitCode(JobRecord job, boolean strict) {
    return switch (job.state()) {
      case DONE -> strict && job.failed() > 0 ? ExitCodes.WITH_FAILURES : ExitCodes.DONE;
      case PAUSED, QUEUED, CANCELLED -> ExitCodes.STOPPED;
      default -> throw new UserException(String.valueOf(job.message()));
    };
  }

  static boolean done(JobRecord job) {
    return job.state() == JobState.DONE;
  }
}
