package org.facewright.review;

/** What a person, or an expert, says of an image: does it show its identity's person? */
public enum Answer {
  SAME,
  OTHER,
  /** No face, or nobody could tell: not good enough to be kept. */
  UNUSABLE,
  /** Not sure: somebody else is to look. */
  UNSURE,
  /** The person took back what they said: as if they had not spoken. */
  TAKEN_BACK
}
