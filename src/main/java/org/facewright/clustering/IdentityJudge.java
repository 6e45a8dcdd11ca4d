package org.facewright.clustering;

/** A policy at work on one identity after another. One instance a thread. */
interface IdentityJudge {
  /** Sets every image of the identity in {@code outcome}. */
  void judge(int identity, CleaningOutcome outcome);
}
