package org.facewright.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;

/** Whom the face shows: type a few letters, Enter; a new label makes a person. */
final class LabelPanel extends VBox {
  private static final Texts TEXTS = Texts.of(LabelPanel.class);
  private static final int MOST = 50;

  private final List<String> labels;
  private final Consumer<String> take;
  private final TextField query = new TextField();
  private final ListView<String> list = new ListView<>();

  LabelPanel(List<String> labels, Consumer<String> take) {
    super(8);
    this.labels = labels;
    this.take = take;
    getStyleClass().add("fw-palette");
    setMaxSize(480, 380);
    query.setId("review-move-query");
    query.setPromptText(TEXTS.get("move.whom"));
    query.textProperty().subscribe(this::search);
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setFocusTraversable(false);
    list.setOnMouseClicked(event -> taken());
    Label hint = new Label(TEXTS.get("move.keys"));
    hint.getStyleClass().add("fw-palette-about");
    getChildren().addAll(query, list, hint);
  }

  void takeFocus() {
    query.requestFocus();
  }

  private void search(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(
            labels.stream()
                .filter(label -> label.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .toList());
    if (!wanted.isEmpty() && !labels.contains(text.strip())) {
      list.getItems().add(text.strip());
    }
    list.getSelectionModel().select(0);
  }

  private void pressed(KeyEvent event) {
    int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
    if (by != 0) {
      int to = list.getSelectionModel().getSelectedIndex() + by;
      list.getSelectionModel().select(Math.clamp(to, 0, Math.max(0, list.getItems().size() - 1)));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      taken();
      event.consume();
    }
  }

  private void taken() {
    String chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      take.accept(chosen);
    }
  }
}
