package org.facewright.jobs.worker;

import org.facewright.jobs.JobException;

/** A request to an engine failed; the message is one plain sentence. */
public class WorkerException extends JobException {
  private static final long serialVersionUID = 1L;

  public WorkerException(String message) {
    super(message);
  }

  public WorkerException(String message, Throwable cause) {
    super(message, cause);
  }
}
