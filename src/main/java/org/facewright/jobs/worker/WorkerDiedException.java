package org.facewright.jobs.worker;

/** The worker process ended by itself or was killed; a fresh one can be started. */
public final class WorkerDiedException extends WorkerException {
  private static final long serialVersionUID = 1L;

  public WorkerDiedException(String message) {
    super(message);
  }
}
