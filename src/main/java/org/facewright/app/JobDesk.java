package org.facewright.app;

import java.util.function.Consumer;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobQueue;
import org.facewright.ui.job.JobCommands;

/** What the drawer's buttons do, in the queue of the open project; off the FX thread. */
final class JobDesk implements JobCommands {
  private final Desktop desktop;

  JobDesk(Desktop desktop) {
    this.desktop = desktop;
  }

  private void ask(Consumer<JobQueue> act) {
    desktop
        .bench()
        .ifPresent(
            bench ->
                desktop.inBackground(
                    () -> {
                      act.accept(bench.session().jobs());
                      return true;
                    },
                    done -> {},
                    desktop.shell().notices()::problem));
  }

  @Override
  public void pause(long job) {
    ask(jobs -> jobs.pause(job));
  }

  @Override
  public void resume(long job) {
    ask(jobs -> jobs.resume(job));
  }

  @Override
  public void cancel(long job) {
    ask(jobs -> jobs.cancel(job));
  }

  @Override
  public void retry(long job) {
    ask(
        jobs -> {
          try {
            jobs.retry(job);
          } catch (JobException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
          }
        });
  }
}
