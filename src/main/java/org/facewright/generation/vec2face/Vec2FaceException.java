package org.facewright.generation.vec2face;

import org.jspecify.annotations.Nullable;

/** A generator, its vectors or its weights cannot be used; the message says which and why. */
public final class Vec2FaceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean outOfMemory;

  public Vec2FaceException(String message) {
    this(message, null, false);
  }

  public Vec2FaceException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  public Vec2FaceException(String message, @Nullable Throwable cause, boolean outOfMemory) {
    super(message, cause);
    this.outOfMemory = outOfMemory;
  }

  /** Whether fewer pictures at a time may work. */
  public boolean outOfMemory() {
    return outOfMemory;
  }
}
