package org.facewright.app;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.facewright.ui.theme.Icons;

/** Says above every page that nothing is written into this project, and why. */
final class ViewingBar extends HBox {
  static final String ID = "viewing-bar";

  ViewingBar(String sentence) {
    super(8);
    setId(ID);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("fw-ribbon-bar");
    Label text = new Label(sentence);
    text.setWrapText(true);
    getChildren().addAll(Icons.of("fth-eye"), text);
  }
}
