package org.facewright.app;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;

/** Text to read, select and copy: a diagnosis, a log, a report. */
final class TextSheet extends VBox {
  private static final Texts TEXTS = Texts.of(TextSheet.class);

  private final TextArea text = new TextArea("…");
  private final Button copy = new Button(TEXTS.get("copy"));

  /**
   * @param note one sentence below
   */
  TextSheet(String id, String title, String note) {
    super(16);
    setId(id);
    getStyleClass().addAll("fw-sheet", "fw-key-sheet");
    setMaxSize(860, USE_PREF_SIZE);
    Label name = new Label(title);
    name.getStyleClass().add("fw-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    copy.setId(id + "-copy");
    copy.setDisable(true);
    copy.setOnAction(event -> copy());
    HBox head = new HBox(8, name, space, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    text.setId(id + "-text");
    text.setEditable(false);
    text.getStyleClass().add("fw-code");
    text.setPrefRowCount(22);
    Label below = new Label(note);
    below.setWrapText(true);
    below.getStyleClass().add("fw-caption");
    getChildren().addAll(head, text, below);
  }

  /** Shows what was found; a log is read from its end. */
  void show(String found, boolean fromTheEnd) {
    text.setText(found);
    copy.setDisable(found.isBlank());
    if (fromTheEnd) {
      text.end();
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(text.getText());
    Clipboard.getSystemClipboard().setContent(content);
    copy.setText(TEXTS.get("copied"));
  }
}
