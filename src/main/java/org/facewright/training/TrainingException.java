package org.facewright.training;

import org.jspecify.annotations.Nullable;

/** A run that cannot go on. What it last saved is untouched; the message says the way out. */
public final class TrainingException extends Exception {
  public TrainingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
