package org.facewright.training.job;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.SetOrigin;
import org.facewright.training.set.PackedSet;

/**
 * Trains a recogniser on the project's kept images. An item is a step; pausing saves a checkpoint,
 * and the job goes on from the last one whatever became of the process that trained.
 */
public final class TrainJob implements JobKind {
  public static final String NAME = "train";

  private static final String TITLE = "Training ";

  private final Project project;
  private final TrainEngines engines;

  public TrainJob(Project project, TrainEngines engines) {
    this.project = project;
    this.engines = engines;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.GPU;
  }

  /** Where the project keeps a run. */
  public static RunFolder folder(Project project, String name) {
    return new RunFolder(project.folder().resolve("runs").resolve(name).toAbsolutePath());
  }

  /** What a run's job is called. */
  public static String title(String run) {
    return TITLE + run;
  }

  /** Whose job it is. */
  public static String runOf(JobRecord job) {
    return job.title().startsWith(TITLE) ? job.title().substring(TITLE.length()) : job.title();
  }

  private String told(TrainJobSettings settings) {
    return settings.release() == null
        ? "project " + project.name()
        : "release " + settings.release() + " of project " + project.name();
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    TrainJobSettings settings = TrainJobSettings.fromJson(job.settings());
    RunFolder folder = folder(project, settings.name());
    Path copy = SetOrigin.copyIn(folder);
    if (!PackedSet.in(copy)) {
      if (Files.exists(folder.settings())) {
        throw new JobException(
            "The run " + settings.name() + " has lost its pictures; choose another name.");
      }
      String release = settings.release();
      if (release == null) {
        int pictures = new ProjectPacker(project, settings).pack(copy);
        control.log("%,d pictures copied for the run".formatted(pictures));
      } else {
        int pictures = new ReleasePacker(project).pack(release, copy);
        control.log("%,d pictures of %s copied for the run".formatted(pictures, release));
      }
    }
    TrainRequest request =
        new TrainRequest(
            folder.path().toString(),
            settings.training(),
            SetOrigin.copy(told(settings)),
            settings.sets());
    RunRecorder recorder = new RunRecorder(project, folder, settings);
    return new TrainWork(request, recorder, engines.start(), control);
  }
}
