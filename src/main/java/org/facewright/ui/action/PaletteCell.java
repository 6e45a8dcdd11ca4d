package org.facewright.ui.action;

import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.facewright.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/** One line of the palette: icon, name with the matched letters bold, group, key. */
final class PaletteCell extends ListCell<ActionSearch.Hit> {
  private final Predicate<Action> can;
  private final StackPane icon = new StackPane();
  private final TextFlow name = new TextFlow();
  private final Label group = new Label();
  private final KeyCaps key = new KeyCaps();
  private final HBox line = new HBox(12, icon, name, group, key);

  /**
   * @param can whether an action can be done now
   */
  PaletteCell(Predicate<Action> can) {
    this.can = can;
    getStyleClass().add("fw-palette-cell");
    group.getStyleClass().add("fw-muted");
    group.setMinWidth(USE_PREF_SIZE);
    icon.setMinWidth(16);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMinWidth(0);
    name.setMaxHeight(USE_PREF_SIZE);
    line.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(ActionSearch.@Nullable Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    Action action = hit.action();
    setText(action.name());
    icon.getChildren().setAll(action.icon() == null ? new Region() : Icons.of(action.icon()));
    write(hit);
    group.setText(action.group());
    key.show(action.key());
    line.setOpacity(can.test(action) ? 1 : 0.5);
    setGraphic(line);
    setAccessibleText(action.name() + ". " + action.description() + " " + action.keyText());
  }

  private void write(ActionSearch.Hit hit) {
    name.getChildren().clear();
    String text = hit.action().name();
    int from = 0;
    while (from < text.length()) {
      boolean matched = hit.positions().contains(from);
      int to = from + 1;
      while (to < text.length() && hit.positions().contains(to) == matched) {
        to++;
      }
      Text part = new Text(text.substring(from, to));
      part.getStyleClass().add(matched ? "fw-match" : "fw-plain");
      name.getChildren().add(part);
      from = to;
    }
  }
}
