package org.facewright.evaluation;

import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Work;
import org.facewright.project.Project;

/** Judges a recogniser by verification sets. An item is a picture, over all sets. */
public final class EvaluateJob implements JobKind {
  public static final String NAME = "evaluate";

  private final Project project;
  private final PairPictures.Opener sets;
  private final FeatureSource.Starter recognisers;
  private final String code;

  /**
   * @param code version of the program, kept with each result
   */
  public EvaluateJob(
      Project project, PairPictures.Opener sets, FeatureSource.Starter recognisers, String code) {
    this.project = project;
    this.sets = sets;
    this.recognisers = recognisers;
    this.code = code;
  }

  /** Where a project's evaluations are kept. */
  public static EvaluationBook book(Project project) {
    return new EvaluationBook(project.folder().resolve("runs").resolve("evaluations"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Lane lane() {
    return Lane.GPU;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    EvaluationOrder order = EvaluationOrder.fromJson(job.settings());
    long run =
        project.runs().begin(NAME, job.settings(), order.model(), order.modelHash(), order.seed());
    return EvaluateWork.open(
        order,
        sets,
        recognisers,
        new EvaluationKeeper(book(project), order, code),
        figures -> project.runs().finish(run, figures));
  }
}
