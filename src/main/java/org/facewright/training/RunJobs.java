package org.facewright.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.training.job.TrainJob;
import org.facewright.training.job.TrainJobSettings;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** What the page asks of the queue. Any thread but the window's: it asks the database. */
record RunJobs(Project project, JobQueue jobs) {
  /**
   * Sets a training going.
   *
   * @param preset says what the draft does not
   * @param release to train on; null for what is kept now
   * @throws IllegalArgumentException saying which setting is wrong
   */
  void start(String name, RunDraft draft, TrainingSettings preset, @Nullable ReleaseChoice release)
      throws IOException {
    if (release != null) {
      TrainingSettings told = draft.over(preset);
      TrainingSettings settings =
          draft.order() == RunOrder.PLANNED
              ? told.with(Curriculum.of(release.plan(), told.epochs()))
              : told;
      jobs.submit(
          TrainJob.NAME,
          TrainJob.title(name),
          TrainJobSettings.on(release.title(), name, settings, List.of()).toJson());
      return;
    }
    String difficulty = draft.order().difficulty();
    TrainJobSettings settings =
        new TrainJobSettings(name, draft.over(preset), difficulty, measured(difficulty), List.of());
    jobs.submit(TrainJob.NAME, TrainJob.title(name), settings.toJson());
  }

  /** On whose embeddings difficulty is measured. */
  private @Nullable String measured(String difficulty) throws IOException {
    List<String> models = difficulty.equals("none") ? List.of() : project.embeddingModels();
    return models.isEmpty() ? null : models.getFirst();
  }

  void pause(JobRecord job) {
    jobs.pause(job.id());
  }

  /** The run ends with the epoch at hand and waits. */
  void stopAfterEpoch(JobRecord job) throws IOException {
    Path asked = TrainJob.folder(project, TrainJob.runOf(job)).stopAfterEpoch();
    if (!Files.exists(asked)) {
      Files.createFile(asked);
    }
  }

  /** A job that has ended is put in anew: it goes on from the run's last checkpoint. */
  void resume(JobRecord job) {
    if (job.state().ended()) {
      jobs.submit(TrainJob.NAME, job.title(), job.settings());
    } else {
      jobs.resume(job.id());
    }
  }

  void cancel(JobRecord job) {
    jobs.cancel(job.id());
  }
}
