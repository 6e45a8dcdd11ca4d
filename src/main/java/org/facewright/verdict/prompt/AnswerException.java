package org.facewright.verdict.prompt;

/** An answer says something else than what was asked; nothing of it counts. */
public final class AnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  AnswerException(String message) {
    super(message);
  }
}
