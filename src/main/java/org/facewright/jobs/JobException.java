package org.facewright.jobs;

/** A job cannot go on. The message is one plain sentence with the way out. */
public class JobException extends Exception {
  private static final long serialVersionUID = 1L;

  public JobException(String message) {
    super(message);
  }

  public JobException(String message, Throwable cause) {
    super(message, cause);
  }
}
