package org.facewright.image;

import org.jspecify.annotations.Nullable;

/** A picture that cannot be read; the message is one plain sentence without its name. */
public final class ImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No bytes at all. */
    EMPTY,
    /** Not the beginning of any format that is read here. */
    UNKNOWN_FORMAT,
    /** A known format in a variant that is not read. */
    UNSUPPORTED,
    /** More pixels than the limit, as its header says. */
    TOO_MANY_PIXELS,
    /** More bytes than the limit. */
    TOO_MANY_BYTES,
    /** It breaks off. */
    TRUNCATED,
    /** Its bytes contradict its format. */
    CORRUPT
  }

  private final Reason reason;

  public ImageException(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  public ImageException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
