package org.facewright.project;

import java.nio.file.Path;

/**
 * A project folder cannot be opened or used. The message is one plain sentence with the way out.
 */
public final class ProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for callers that act on it. */
  public enum Reason {
    NOT_A_PROJECT,
    ALREADY_EXISTS,
    IN_USE,
    NETWORK_DRIVE,
    NEWER_FORMAT,
    /** Something is there and cannot be understood: never treated as empty. */
    UNREADABLE,
    NOT_WRITABLE
  }

  private final Reason reason;

  public ProjectException(Reason reason, Path where, String message) {
    super(where + ": " + message);
    this.reason = reason;
  }

  public ProjectException(Reason reason, Path where, String message, Throwable cause) {
    super(where + ": " + message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
