package org.facewright.inference.nearest;

/** A comparison could not be done; the message is one plain sentence. */
public final class ScreenException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean outOfMemory;

  ScreenException(String message, Throwable cause, boolean outOfMemory) {
    super(message, cause);
    this.outOfMemory = outOfMemory;
  }

  /** Whether fewer rows may work. */
  public boolean outOfMemory() {
    return outOfMemory;
  }
}
