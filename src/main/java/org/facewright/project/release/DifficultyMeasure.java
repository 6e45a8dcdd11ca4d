package org.facewright.project.release;

/** How hard an image is. */
public enum DifficultyMeasure {
  /** Not measured. */
  NONE,
  /** 1 - cosine to the centre of its identity: 0 is easy. */
  SPREAD,
  /** Cosine to the nearest other identity's centre minus that to its own: above 0 is lost. */
  MARGIN
}
