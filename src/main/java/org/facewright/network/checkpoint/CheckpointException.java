package org.facewright.network.checkpoint;

import org.jspecify.annotations.Nullable;

/** A checkpoint that cannot be written or must not be trusted. */
public final class CheckpointException extends Exception {
  public CheckpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
