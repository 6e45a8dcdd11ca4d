package org.facewright.review;

/** Which questions a person is asked. */
public enum ReviewMode {
  /** What nobody has decided. */
  OPEN,
  /** What others have judged, a second time: their answers are hidden. */
  SECOND,
  /** On what people disagree; the answer is a ruling. */
  CONFLICTS
}
