package org.facewright.gallery;

import java.io.IOException;
import java.util.Map;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Work;
import org.facewright.project.Project;

/** Embeds every image that has no embedding of the model yet. An item is an image's id. */
public final class EmbedJob implements JobKind {
  public static final String NAME = "embed";

  private final Project project;
  private final Engines engines;

  public EmbedJob(Project project, Engines engines) {
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

  /** What the project calls this stage where an image failed it. */
  static String stage(EmbedSettings settings) {
    return "embed " + settings.model();
  }

  @Override
  public void forgetFailures(JobRecord job) {
    project.images().forgetFailures(stage(EmbedSettings.fromJson(job.settings())));
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    EmbedSettings settings = EmbedSettings.fromJson(job.settings());
    try {
      long run =
          project
              .runs()
              .begin(NAME, settings.toJson(), settings.model(), settings.modelHash(), null);
      ModelStamp.check(project, settings);
      Map<Long, String> failed = project.images().failures(stage(settings));
      EngineKeeper engine = new EngineKeeper(engines);
      // Before anything is claimed: should loading kill the program, no picture is to blame.
      try {
        engine.ask(EmbedWork.request(settings), new byte[0], control::stopping, control::log);
      } catch (JobException e) {
        engine.close();
        throw e;
      }
      return new EmbedWork(project, settings, engine, run, failed.keySet());
    } catch (IOException e) {
      throw new JobException("the embeddings cannot be read: " + e.getMessage(), e);
    }
  }
}
