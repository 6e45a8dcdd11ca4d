package org.facewright.faces;

/** What is done to a picture before it is embedded. */
public enum AlignmentMode {
  /** A picture of 112 x 112 is taken as it is; in any other the face is searched and aligned. */
  AUTO,
  /** Every picture is an aligned face already. */
  ALIGNED,
  /** In every picture the face is searched and aligned. */
  DETECT
}
