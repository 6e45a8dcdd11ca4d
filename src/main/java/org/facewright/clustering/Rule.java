package org.facewright.clustering;

/** The cleaning rules that can be tried side by side. */
public enum Rule {
  DEFAULT,
  PAPER,
  FIXED,
  GREEDY;

  /** Whether a threshold is set by hand. */
  public boolean cuts() {
    return this != DEFAULT;
  }
}
