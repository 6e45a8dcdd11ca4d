package org.facewright.project.release;

/** What a choice evens out, where there is more to choose from than is taken. */
public enum Balance {
  NONE,
  /** As many women as men among the identities, by estimated sex. */
  SEX,
  /** Identities evenly from the ages below 18, 30, 45, 60 and above, by estimated age. */
  AGE,
  /** Images of an identity evenly from frontal, turned and profile, by estimated yaw. */
  POSE
}
