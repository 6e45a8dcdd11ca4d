package org.facewright.ui.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys on one sheet, by group; those that rest now are paler. */
public final class KeySheet extends VBox {
  private static final int COLUMN = 272;

  public KeySheet(Actions actions) {
    getStyleClass().add("fw-key-sheet");
    setId("key-sheet");
    setMaxSize(COLUMN * 3 + 112, USE_PREF_SIZE);
    Label title = new Label("Keys");
    title.getStyleClass().add("fw-title");
    FlowPane groups = new FlowPane(32, 24);
    groups.setPrefWrapLength(COLUMN * 3 + 64);
    byGroup(actions).forEach((name, some) -> groups.getChildren().add(group(name, some)));
    ScrollPane scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(560);
    Label hint = new Label("Every action is also in the palette. Esc closes this sheet.");
    hint.getStyleClass().add("fw-muted");
    getChildren().addAll(title, scroll, hint);
  }

  private static Map<String, List<Action>> byGroup(Actions actions) {
    return actions.all().stream()
        .filter(action -> action.key() != null)
        .collect(Collectors.groupingBy(Action::group, LinkedHashMap::new, Collectors.toList()));
  }

  private static VBox group(String name, List<Action> some) {
    VBox box = new VBox(6);
    box.setPrefWidth(COLUMN);
    Label heading = new Label(name);
    heading.getStyleClass().add("fw-heading");
    box.getChildren().add(heading);
    some.forEach(action -> box.getChildren().add(line(action)));
    return box;
  }

  private static HBox line(Action action) {
    Label name = new Label(action.name());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, name, gap, new KeyCaps(action.key()));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("fw-key-line");
    line.setOpacity(action.enabled().get() ? 1 : 0.55);
    return line;
  }
}
