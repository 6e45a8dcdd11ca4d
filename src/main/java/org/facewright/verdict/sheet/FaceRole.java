package org.facewright.verdict.sheet;

/** Why a face is on a sheet. */
public enum FaceRole {
  /** Typical of the identity: drawn in a green frame, to compare with. */
  REFERENCE,
  /** The model is to judge it. */
  QUESTIONED
}
