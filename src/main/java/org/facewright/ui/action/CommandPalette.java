package org.facewright.ui.action;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;

/** Every action under a few letters: type, arrow, Enter. Opened afresh each time. */
public final class CommandPalette extends VBox {
  private static final Texts TEXTS = Texts.of(CommandPalette.class);
  private static final int ROW = 40;
  private static final int ROWS = 10;

  private final Actions actions;
  private final ActionSearch search;
  private final Runnable close;
  private final TextField query = new TextField();
  private final ListView<ActionSearch.Hit> hits = new ListView<>();
  private final Label about = new Label();

  /**
   * @param close takes the palette away; called before an action runs
   */
  public CommandPalette(Actions actions, Runnable close) {
    this.actions = actions;
    this.search = new ActionSearch(actions);
    this.close = close;
    getStyleClass().add("fw-palette");
    setMaxSize(600, USE_PREF_SIZE);
    query.setId("palette-query");
    query.setPromptText(TEXTS.get("palette.what"));
    query.setAccessibleText(TEXTS.get("palette.search"));
    hits.setId("palette-hits");
    hits.setCellFactory(list -> new PaletteCell(actions::can));
    hits.setFixedCellSize(ROW);
    hits.setFocusTraversable(false);
    hits.setPlaceholder(new Label(TEXTS.get("palette.none")));
    about.getStyleClass().add("fw-palette-about");
    getChildren().addAll(query, hits, about);
    query.textProperty().subscribe(this::fill);
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    hits.setOnMouseClicked(event -> run());
    hits.getSelectionModel().selectedItemProperty().subscribe(this::describe);
  }

  /** To be called once it is on screen. */
  public void takeFocus() {
    query.requestFocus();
  }

  private void fill(String text) {
    hits.getItems().setAll(search.find(text));
    hits.setPrefHeight(ROW * Math.clamp(hits.getItems().size(), 2, ROWS) + 2);
    hits.getSelectionModel().select(0);
    hits.scrollTo(0);
  }

  private void describe(ActionSearch.@org.jspecify.annotations.Nullable Hit hit) {
    about.setText(hit == null ? "" : about(hit.action()));
  }

  /** What happens, or why it cannot happen now. */
  private String about(Action action) {
    String why = actions.why(action).get();
    return why.isEmpty() ? action.description() : why;
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS - 1);
      case PAGE_UP -> move(1 - ROWS);
      case ENTER -> run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int last = hits.getItems().size() - 1;
    int to = Math.clamp(hits.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
    hits.getSelectionModel().select(to);
    hits.scrollTo(Math.max(0, to - ROWS / 2));
  }

  private void run() {
    ActionSearch.Hit hit = hits.getSelectionModel().getSelectedItem();
    if (hit != null && actions.can(hit.action())) {
      close.run();
      actions.run(hit.action());
    }
  }
}
