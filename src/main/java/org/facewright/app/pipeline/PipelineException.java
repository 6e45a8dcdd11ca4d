package org.facewright.app.pipeline;

/** The way cannot be gone on; the message is a plain sentence. What is done stays done. */
public class PipelineException extends Exception {
  private static final long serialVersionUID = 1;

  public PipelineException(String message) {
    super(message);
  }

  public PipelineException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Stopped on request: the same line goes on. */
  public static final class Stopped extends PipelineException {
    private static final long serialVersionUID = 1;

    public Stopped(String message) {
      super(message);
    }
  }
}
