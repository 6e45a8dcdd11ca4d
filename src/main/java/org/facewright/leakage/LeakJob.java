package org.facewright.leakage;

import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Work;
import org.facewright.project.Project;
import tools.jackson.core.JacksonException;

/** Compares new identities with galleries of real people. An item is a block of a gallery. */
public final class LeakJob implements JobKind {
  public static final String NAME = "leak";

  private final Project project;
  private final LeakEngines engines;
  private final String code;

  /**
   * @param code version of the program, kept with each report
   */
  public LeakJob(Project project, LeakEngines engines, String code) {
    this.project = project;
    this.engines = engines;
    this.code = code;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    try {
      return LeakWork.open(
          project, LeakOrder.fromJson(job.settings()), engines, code, control::log);
    } catch (JacksonException e) {
      throw new JobException("The job's settings cannot be read: " + e.getMessage(), e);
    }
  }
}
