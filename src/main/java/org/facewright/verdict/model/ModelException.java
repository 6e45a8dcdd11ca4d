package org.facewright.verdict.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A question brought no reply. The message never holds the key. */
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What may be done about it, and whether it may have cost money. */
  public enum Kind {
    /** The server could not be reached: nothing was sent. */
    UNREACHABLE(true, false),
    /** The server said "not now": not billed. */
    BUSY(true, false),
    /** Sent, and no answer came: it may have been billed. */
    LOST(true, true),
    /** The server will not answer this question, whenever asked: not billed. */
    REJECTED(false, false),
    /** Nothing will be answered until somebody mends the settings, the key or the account. */
    CLOSED(false, false);

    private final boolean retry;
    private final boolean mayBeBilled;

    Kind(boolean retry, boolean mayBeBilled) {
      this.retry = retry;
      this.mayBeBilled = mayBeBilled;
    }

    public boolean retry() {
      return retry;
    }

    public boolean mayBeBilled() {
      return mayBeBilled;
    }
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  public ModelException(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * @param retryAfter how long the server asks to wait, null if it does not say
   */
  public ModelException(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
