package org.facewright.inference.models;

import org.jspecify.annotations.Nullable;

/** A model could not be installed, verified or opened; the message says why and the way out. */
public final class InstallException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The npm client is not on this machine. */
    NO_NPM,
    /** The source did not answer. */
    OFFLINE,
    /** The source answered that it does not have it. */
    NOT_AT_SOURCE,
    /** What came is not what the catalogue says. */
    HASH_MISMATCH,
    /** No room left where models are kept. */
    DISK_FULL,
    /** The network does not do what its entry says. */
    UNFIT,
    /** It is not installed. */
    NOT_INSTALLED,
    /** Its files were changed or lost after the install. */
    DAMAGED,
    /** The user asked to stop. */
    CANCELLED,
    /** Anything else, as the message says. */
    FAILED
  }

  private final Reason reason;

  public InstallException(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  public InstallException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
