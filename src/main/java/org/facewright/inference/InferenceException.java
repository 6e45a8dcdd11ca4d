package org.facewright.inference;

import org.jspecify.annotations.Nullable;

/** A network could not be opened or run; the message names the file and the reason. */
public final class InferenceException extends Exception {
  private static final long serialVersionUID = 1L;

  public InferenceException(String sentence) {
    super(sentence);
  }

  public InferenceException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
