package org.facewright.generation.render;

/** What covers the head. */
public enum HeadwearKind {
  NONE,
  BEANIE,
  CAP,
  /** Wraps hair, ears and neck. */
  HEADSCARF
}
