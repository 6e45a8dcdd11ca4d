package org.facewright.verdict.fusion;

/** What becomes of an image. */
public enum Ruled {
  AUTO_KEEP,
  AUTO_REJECT,
  /** A person is to decide. */
  ASK,
  PERSON_KEPT,
  PERSON_REJECTED
}
