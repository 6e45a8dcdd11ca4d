package org.facewright.app;

import org.facewright.jobs.JobControl;
import org.facewright.jobs.JobException;
import org.facewright.jobs.JobKind;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.Lane;
import org.facewright.jobs.Work;
import org.facewright.project.ViewOnlyException;

/** A kind of job that writes into the project, while that is opened for viewing only. */
record RestingKind(JobKind kind) implements JobKind {
  @Override
  public String name() {
    return kind.name();
  }

  @Override
  public Lane lane() {
    return kind.lane();
  }

  @Override
  public Work open(JobRecord job, JobControl control) throws JobException {
    throw refusal();
  }

  @Override
  public void forgetFailures(JobRecord job) throws JobException {
    throw refusal();
  }

  private static JobException refusal() {
    ViewOnlyException why = new ViewOnlyException();
    return new JobException(String.valueOf(why.getMessage()), why);
  }
}
