package org.facewright.project.release;

/** What becomes of an identity with too few images. */
public enum Replacement {
  /** It is left out. */
  OFF,
  /** A synthetic one takes its place as long as there are any; the rest are left out. */
  AS_FAR_AS_THEY_GO,
  /** A synthetic one takes its place; with too few of those there is no release. */
  EVERY
}
