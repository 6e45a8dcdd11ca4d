package org.facewright.gallery;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.facewright.project.Identity;
import org.facewright.ui.text.Texts;
import org.facewright.ui.wall.Thumbnails;

/** Where to move pictures: type a few letters of the label, Enter; a new label makes a person. */
final class MovePanel extends VBox {
  private static final Texts TEXTS = Texts.of(MovePanel.class);
  private static final int MOST = 50;
  private static final int ROWS = 8;
  private final List<Identity> identities;
  private final Consumer<String> move;
  private final TextField query = new TextField();
  private final ListView<MoveChoice> list = new ListView<>();

  MovePanel(List<Identity> identities, Thumbnails<FaceKey> thumbnails, Consumer<String> move) {
    super(8);
    this.identities = identities;
    this.move = move;
    getStyleClass().add("fw-palette");
    setMaxSize(520, USE_PREF_SIZE);
    query.setId("move-query");
    query.setPromptText(TEXTS.get("move.which"));
    query.textProperty().subscribe(this::search);
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("move-choices");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new MoveCell(thumbnails));
    list.setFixedCellSize(MoveCell.HEIGHT);
    list.setPrefHeight(MoveCell.HEIGHT * ROWS + 2);
    list.setOnMouseClicked(event -> take());
    Label hint = new Label(TEXTS.get("move.keys"));
    hint.getStyleClass().add("fw-palette-about");
    getChildren().addAll(query, list, hint);
  }

  void takeFocus() {
    query.requestFocus();
  }

  private void search(String text) {
    list.getItems().setAll(MoveChoice.of(identities, text, MOST));
    list.getSelectionModel().select(0);
    list.scrollTo(0);
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      int to = list.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
      list.getSelectionModel().select(Math.clamp(to, 0, Math.max(0, list.getItems().size() - 1)));
      list.scrollTo(list.getSelectionModel().getSelectedIndex());
      event.consume();
    } else if (code == KeyCode.ENTER) {
      take();
      event.consume();
    }
  }

  private void take() {
    MoveChoice chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      move.accept(chosen.label());
    }
  }
}
