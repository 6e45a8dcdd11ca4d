package org.facewright.ui.wall;

/** What is to become of a picture, as the wall shows it. */
public enum FaceState {
  /** Plain. */
  KEPT("kept"),
  /** Pale and hatched. */
  REJECTED("rejected"),
  /** Ringed in amber. */
  AMBIGUOUS("ambiguous");

  private final String label;

  FaceState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
