package org.facewright.ui.theme;

import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by the name they have in the Feather set, such as {@code fth-play}. */
public final class Icons {
  private Icons() {}

  /** A new icon; its colour and size come from the stylesheet. */
  public static Node of(String name) {
    return new FontIcon(name);
  }
}
