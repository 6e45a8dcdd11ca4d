package org.facewright.generation.render;

/** What hides a part of the face. */
public enum OccluderKind {
  NONE,
  /** A hand held before or beside the face. */
  HAND,
  /** A cup or a telephone before the mouth or the cheek. */
  OBJECT,
  /** Something near the lens at the picture's edge, out of focus. */
  FOREGROUND,
  /** A surgical mask over mouth and nose. */
  MASK
}
