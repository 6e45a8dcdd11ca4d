package org.facewright.project.release;

import java.io.IOException;

/** A release that cannot be used. The message is one plain sentence with the way out. */
public final class ReleaseException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for callers that act on it. */
  public enum Reason {
    NOT_THERE,
    /** Something is not as it was frozen. */
    DAMAGED,
    NOT_WRITABLE
  }

  private final Reason reason;

  public ReleaseException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ReleaseException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
