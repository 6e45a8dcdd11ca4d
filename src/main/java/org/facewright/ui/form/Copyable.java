package org.facewright.ui.form;

import javafx.scene.control.TextField;

/** One line of text that looks like a label and can be selected and copied. */
public final class Copyable extends TextField {
  public Copyable(String text) {
    super(text);
    setEditable(false);
    getStyleClass().add("fw-fact");
    setMinWidth(0);
  }
}
