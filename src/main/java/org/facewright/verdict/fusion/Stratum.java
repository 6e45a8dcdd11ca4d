package org.facewright.verdict.fusion;

/**
 * How far the first-line experts agree on an image. Experts err together on images that are hard to
 * tell (blurred, in profile, a relative); taken as one they would look reliable everywhere. So each
 * stratum has its own shares and reliabilities.
 */
public enum Stratum {
  /** All of them say the same. */
  CLEAR,
  /** One of them says it cannot tell. */
  UNSURE,
  /** They contradict each other. */
  SPLIT
}
