package org.facewright.jobs;

/** A kind of job: knows how to take up the work from a queue row, also after a restart. */
public interface JobKind {
  /** The name stored in the queue, such as {@code "embed"}. */
  String name();

  /** What the job keeps busy: the processor, unless it says otherwise. */
  default Lane lane() {
    return Lane.CPU;
  }

  /** Opens the work of a job; the runner closes it. */
  Work open(JobRecord job, JobControl control) throws JobException;

  /** Makes failed items of the job pending again, so that a retry takes them up. */
  default void forgetFailures(JobRecord job) throws JobException {}
}
