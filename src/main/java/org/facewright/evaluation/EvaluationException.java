package org.facewright.evaluation;

/** A set or a model that cannot be evaluated; the message says why, in a sentence. */
public final class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}
