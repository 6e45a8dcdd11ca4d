package org.facewright.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Slim bars between the title bar and the page, each with an id of its own. FX thread only. */
public final class Ribbon extends VBox {
  Ribbon() {
    getStyleClass().add("fw-ribbon");
  }

  /** Shows a bar below those that are there, in place of one with the same id. */
  public void show(Node bar) {
    remove(bar.getId());
    getChildren().add(bar);
  }

  /** Takes a bar away, if it is there. */
  public void remove(String id) {
    getChildren().removeIf(bar -> id.equals(bar.getId()));
  }
}
