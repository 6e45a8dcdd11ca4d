package org.facewright.ui.wall;

/** Where a picture comes from; made ones carry a dotted ring and their letter. */
public enum FaceOrigin {
  IMPORTED(""),
  RENDERED("R"),
  VEC2FACE("V"),
  DIFFUSION("S");

  private final String letter;

  FaceOrigin(String letter) {
    this.letter = letter;
  }

  /** Empty for an imported picture. */
  public String letter() {
    return letter;
  }
}
