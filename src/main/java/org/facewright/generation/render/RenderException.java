package org.facewright.generation.render;

/** A set that cannot be rendered where or as asked; the message says why and what to do. */
public final class RenderException extends Exception {
  private static final long serialVersionUID = 1L;

  public RenderException(String message) {
    super(message);
  }

  public RenderException(String message, Throwable cause) {
    super(message, cause);
  }
}
