package org.facewright.verdict.sheet;

/** How the numbers on a sheet are given. */
public enum Numbering {
  /** 000, 001, 002 ... as in the paper; a guessed number is often a valid one. */
  SEQUENTIAL,
  /** Spread over 100..999 by the faces' hashes: a number the model makes up is seen to be so. */
  SPREAD
}
