package org.facewright.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facewright.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/** A page with nothing on it yet: one sentence, one button. */
public final class EmptyState extends VBox {
  /**
   * @param button what to do next, or null when there is nothing to do but wait
   */
  public EmptyState(String icon, String sentence, @Nullable Button button) {
    getStyleClass().add("fw-empty");
    setAlignment(Pos.CENTER);
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMaxWidth(420);
    text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    getChildren().addAll(Icons.of(icon), text);
    if (button != null) {
      getChildren().add(button);
    }
  }
}
