package org.facewright.ui.theme;

import org.facewright.ui.text.Texts;

/** What the user asked for: a fixed look, or the system's. */
public enum ThemeChoice {
  SYSTEM("system"),
  LIGHT("light"),
  DARK("dark");

  private static final Texts TEXTS = Texts.of(ThemeChoice.class);

  private final String text;

  ThemeChoice(String text) {
    this.text = text;
  }

  public String label() {
    return TEXTS.get(text);
  }
}
