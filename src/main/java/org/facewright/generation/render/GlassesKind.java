package org.facewright.generation.render;

/** Form of the rims. */
public enum GlassesKind {
  NONE,
  ROUND,
  RECTANGULAR,
  AVIATOR,
  CAT_EYE,
  /** Heavy above, thin below. */
  BROWLINE,
  RIMLESS,
  /** Large, dark glass. */
  SUNGLASSES
}
