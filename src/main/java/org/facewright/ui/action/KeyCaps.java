package org.facewright.ui.action;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A key combination drawn as key caps. */
final class KeyCaps extends HBox {
  KeyCaps() {
    super(2);
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
  }

  KeyCaps(@Nullable KeyCombination key) {
    this();
    show(key);
  }

  void show(@Nullable KeyCombination key) {
    getChildren().clear();
    if (key == null) {
      return;
    }
    for (String part : KeyText.parts(key)) {
      Label cap = new Label(part);
      cap.getStyleClass().add("fw-key-cap");
      cap.setMinWidth(USE_PREF_SIZE);
      getChildren().add(cap);
    }
  }
}
