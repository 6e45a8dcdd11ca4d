package org.facewright.ui.wall;

import org.facewright.ui.text.Texts;

/** What is to become of a picture, as the wall shows it. */
public enum FaceState {
  /** Plain. */
  KEPT("state.kept"),
  /** Pale and hatched. */
  REJECTED("state.rejected"),
  /** Ringed in amber. */
  AMBIGUOUS("state.ambiguous");

  private static final Texts TEXTS = Texts.of(FaceState.class);

  private final String text;

  FaceState(String text) {
    this.text = text;
  }

  public String label() {
    return TEXTS.get(text);
  }
}
