package org.facewright.ui.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facewright.ui.text.Texts;

/** All keys on one sheet, by group; those that rest now are paler. */
public final class KeySheet extends VBox {
  private static final Texts TEXTS = Texts.of(KeySheet.class);
  private static final int COLUMN = 272;

  public KeySheet(Actions actions) {
    getStyleClass().add("fw-key-sheet");
    setId("key-sheet");
    setMaxSize(COLUMN * 3 + 112, USE_PREF_SIZE);
    Label title = new Label(TEXTS.get("keys"));
    title.getStyleClass().add("fw-title");
    ScrollPane scroll = new ScrollPane(columns(byGroup(actions), actions));
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(560);
    Label hint = new Label(TEXTS.get("keys.hint"));
    hint.getStyleClass().add("fw-muted");
    getChildren().addAll(title, scroll, hint);
  }

  /** Each group goes into the column that is shortest so far. */
  private static HBox columns(Map<String, List<Action>> groups, Actions actions) {
    HBox columns = new HBox(32, new VBox(24), new VBox(24), new VBox(24));
    int[] lines = new int[columns.getChildren().size()];
    groups.forEach(
        (name, some) -> {
          int shortest = 0;
          for (int i = 1; i < lines.length; i++) {
            shortest = lines[i] < lines[shortest] ? i : shortest;
          }
          lines[shortest] += some.size() + 2;
          ((VBox) columns.getChildren().get(shortest))
              .getChildren()
              .add(group(name, some, actions));
        });
    return columns;
  }

  private static Map<String, List<Action>> byGroup(Actions actions) {
    return actions.all().stream()
        .filter(action -> action.key() != null)
        .collect(Collectors.groupingBy(Action::group, LinkedHashMap::new, Collectors.toList()));
  }

  private static VBox group(String name, List<Action> some, Actions actions) {
    VBox box = new VBox(6);
    box.setPrefWidth(COLUMN);
    Label heading = new Label(name);
    heading.getStyleClass().add("fw-heading");
    box.getChildren().add(heading);
    some.forEach(action -> box.getChildren().add(line(action, actions.can(action))));
    return box;
  }

  private static HBox line(Action action, boolean can) {
    Label name = new Label(action.name());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, name, gap, new KeyCaps(action.key()));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("fw-key-line");
    line.setOpacity(can ? 1 : 0.55);
    return line;
  }
}
