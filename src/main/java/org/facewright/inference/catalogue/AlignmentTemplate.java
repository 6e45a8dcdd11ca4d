package org.facewright.inference.catalogue;

/** How a face is brought into a network's input. */
public enum AlignmentTemplate {
  /** Five points to the ArcFace template, 112 x 112. */
  ARCFACE_112,
  /** The face's box, scaled, cut out. */
  BOX,
  /** The whole picture. */
  PICTURE
}
