package org.facewright.project;

/** Where an identity comes from. */
public enum Origin {
  IMPORTED,
  /** Rendered from the 3D face model. */
  RENDERED,
  /** Sampled and drawn by Vec2Face. */
  VEC2FACE,
  /** Begun from a Stable Diffusion XL picture. */
  SDXL;

  public boolean synthetic() {
    return this != IMPORTED;
  }
}
