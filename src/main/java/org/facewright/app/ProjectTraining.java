package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.assembly.Assembler;
import org.facewright.exchange.DatasetException;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.project.release.Release;
import org.facewright.training.job.TrainJob;
import org.facewright.training.job.TrainJobSettings;
import org.facewright.training.run.Curriculum;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.RunResult;
import org.facewright.training.run.RunStatus;
import org.facewright.training.run.TrainingSettings;
import org.jspecify.annotations.Nullable;

/** Trains on a project's kept images, as a job of its queue. */
final class ProjectTraining {
  private final Output output;
  private final Path folder;
  private final String name;

  ProjectTraining(Output output, Path folder, String name) {
    this.output = output;
    this.folder = folder;
    this.name = name;
  }

  /**
   * Runs or goes on with a run to its end.
   *
   * @param told null goes on with the run as it was told
   */
  int run(
      @Nullable TrainingSettings told,
      String difficulty,
      @Nullable String model,
      List<String> sets,
      @Nullable String install)
      throws ProjectException, IOException, DatasetException {
    return run(
        project ->
            told == null
                ? null
                : new TrainJobSettings(
                    name, told, difficulty, measured(project, difficulty, model), sets),
        install);
  }

  /**
   * Runs on a frozen release.
   *
   * @param release {@code NAME-vN}, or {@code NAME} for its current version
   * @param ordered whether the settings say in which order; else the release's plan does
   */
  int onRelease(
      String release,
      TrainingSettings told,
      boolean ordered,
      List<String> sets,
      @Nullable String install)
      throws ProjectException, IOException, DatasetException {
    return run(
        project -> {
          Assembler assembler = new Assembler(project);
          ReleaseRecord found =
              assembler
                  .find(release)
                  .orElseThrow(
                      () ->
                          new UserException(
                              "The project has no release "
                                  + release
                                  + "; facewright release list shows those it has."));
          try (Release opened = assembler.open(found)) {
            CurriculumPlan plan = opened.info().recipe().plan();
            TrainingSettings settings =
                ordered ? told : told.with(Curriculum.of(plan, told.epochs()));
            return TrainJobSettings.on(found.title(), name, settings, sets);
          }
        },
        install);
  }

  private interface Asked {
    @Nullable TrainJobSettings of(Project project) throws IOException;
  }

  private int run(Asked asked, @Nullable String install)
      throws ProjectException, IOException, DatasetException {
    try (Session session = Session.open(folder, Installation.here().noEngines())) {
      session.project().recovery().ifPresent(recovery -> output.note(recovery.sentence()));
      RunFolder run = TrainJob.folder(session.project(), name);
      JobRunner runner = new JobRunner(session.jobs(), output);
      TrainJobSettings settings = asked.of(session.project());
      JobRecord job;
      if (settings == null) {
        job = runner.run(unfinished(session));
      } else if (run.begun()) {
        throw new UserException(
            "The project has a run " + name + ". Go on with it (--resume) or choose another name.");
      } else {
        job = runner.run(TrainJob.NAME, title(), settings.toJson());
      }
      int code = JobRunner.exitCode(job, false);
      if (install != null && code == ExitCodes.DONE) {
        new TrainedModel(run).install(install, output);
      }
      report(run, job);
      return code;
    }
  }

  /** The run's newest job; one that failed is put in anew and goes on from its checkpoint. */
  private JobRecord unfinished(Session session) {
    String title = title();
    JobRecord known =
        session.jobs().all().stream()
            .filter(job -> job.kind().equals(TrainJob.NAME) && job.title().equals(title))
            .max(Comparator.comparingLong(JobRecord::id))
            .orElseThrow(() -> new UserException("The project has no run " + name + "."));
    return known.state().ended()
        ? session.jobs().submit(TrainJob.NAME, title, known.settings())
        : known;
  }

  private String title() {
    return TrainJob.title(name);
  }

  private static @Nullable String measured(
      Project project, String difficulty, @Nullable String model) throws IOException {
    if (model != null || difficulty.equals("none")) {
      return model;
    }
    List<String> models = project.embeddingModels();
    return models.isEmpty() ? null : models.getFirst();
  }

  private void report(RunFolder run, JobRecord job) throws IOException {
    RunReader reader = new RunReader(run);
    Optional<RunStatus> status = reader.status();
    if (status.isEmpty()) {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("run", run.path().toString());
      figures.put("state", job.state().name());
      output.result(String.valueOf(job.message()), figures);
      return;
    }
    List<EpochLine> epochs = reader.epochs();
    TrainReport.print(
        output,
        run,
        new RunResult(
            status.get(),
            run.checkpoints().resolve("last.checkpoint").toString(),
            epochs.isEmpty() ? List.of() : epochs.getLast().verified()));
  }
}
