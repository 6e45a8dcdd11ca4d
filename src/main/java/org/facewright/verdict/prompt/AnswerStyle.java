package org.facewright.verdict.prompt;

/** What form of answer is asked for. */
public enum AnswerStyle {
  /** A JSON object that judges every questioned face: reason, verdict, confidence. */
  EACH_FACE,
  /**
   * A JSON object that names only the faces that are not, or perhaps not, the person; an empty list
   * is a valid answer, faces not named count as the person. A third of the output tokens.
   */
  OUTLIERS,
  /** The paper's: three-digit numbers with commas, at least one. */
  PAPER
}
