package org.facewright.verdict.run;

/** A run cannot begin or go on. The message is one plain sentence with the way out. */
public final class RunException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for callers that act on it. */
  public enum Reason {
    /** Nobody has agreed that pictures go to this server. */
    NO_CONSENT,
    /** The run that is to be taken up was another one's. */
    OTHER_RUN,
    /** The ledger cannot be written or read; nothing more was sent. */
    LEDGER
  }

  private final Reason reason;

  RunException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  RunException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
