package org.facewright.verdict.stage;

import java.util.List;
import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Outcome;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import org.facewright.verdict.fusion.Goals;

/** Weighs the experts' votes anew, as after a review. One item: done wholly or done again. */
public final class FuseJob implements JobKind {
  public static final String NAME = "fuse";

  private final Project project;

  public FuseJob(Project project) {
    this.project = project;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    if (project.votes().voters().isEmpty()) {
      throw new JobException("no expert has voted yet; clean the project first");
    }
    return new FuseWork();
  }

  private final class FuseWork implements Work {
    private boolean done;
    private String summary = "";

    @Override
    public long total() {
      return 1;
    }

    @Override
    public long[] next(int max) {
      return done ? new long[0] : new long[] {0};
    }

    @Override
    public int batchSize() {
      return 1;
    }

    @Override
    public Outcome run(long[] items, JobControl control) {
      summary = new Fuser(project, Goals.DEFAULT).fuse().sentence();
      done = true;
      return new Outcome(items, List.of());
    }

    @Override
    public void setAside(long item, String reason) throws JobException {
      throw new JobException("weighing crashed the program three times; see the log of this job");
    }

    @Override
    public String finish(JobControl control) {
      return summary;
    }

    @Override
    public void close() {}
  }
}
