package org.facewright.app;

import java.util.concurrent.Executor;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.verdict.VerdictsModel;
import org.facewright.verdict.stage.BatchJob;
import org.facewright.verdict.stage.FuseJob;
import org.facewright.verdict.stage.VerdictJob;
import org.facewright.verdict.stage.VerdictSettings;

/** Puts runs of verdicts into the open project's queue. */
final class VerdictStarter implements VerdictsModel.Starter {
  private final JobQueue jobs;
  private final Executor worker;

  VerdictStarter(JobQueue jobs, Executor worker) {
    this.jobs = jobs;
    this.worker = worker;
  }

  @Override
  public void start(VerdictSettings settings, boolean batch) {
    String title = (settings.simulated() ? "Simulated verdicts: " : "Verdicts: ") + settings.run();
    submit(batch ? BatchJob.NAME : VerdictJob.NAME, title, settings.toJson());
  }

  @Override
  public void weigh() {
    worker.execute(() -> submit(FuseJob.NAME, "Weighing the votes", "{}"));
  }

  private void submit(String kind, String title, String settings) {
    JobRecord known = jobs.unfinished(kind, settings);
    if (known == null) {
      jobs.submit(kind, title, settings);
    } else if (known.state() == JobState.PAUSED) {
      jobs.resume(known.id());
    }
  }
}
