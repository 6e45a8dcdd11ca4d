package org.facewright.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The pages and the one on screen; a page is built when it is first shown. FX thread only. */
public final class Panels {
  private final ObservableList<Panel> all = FXCollections.observableArrayList();
  private final Map<String, Node> views = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Panel> current = new ReadOnlyObjectWrapper<>();
  private final StackPane area = new StackPane();

  public Panels() {
    area.getStyleClass().add("fw-content");
  }

  public ObservableList<Panel> all() {
    return all;
  }

  public ReadOnlyObjectProperty<@Nullable Panel> current() {
    return current.getReadOnlyProperty();
  }

  public Optional<Panel> find(String id) {
    return all.stream().filter(panel -> panel.id().equals(id)).findFirst();
  }

  /** Shows a page; does nothing when it is already there. */
  public void show(Panel panel) {
    Panel before = current.get();
    if (before == panel) {
      return;
    }
    if (before != null) {
      before.hidden();
    }
    area.getChildren().setAll(views.computeIfAbsent(panel.id(), id -> panel.view()));
    current.set(panel);
    panel.shown();
    area.requestFocus();
  }

  public void show(String id) {
    find(id).ifPresent(this::show);
  }

  /** Another project: every page is forgotten and built afresh when it is shown. */
  public void replace(java.util.List<? extends Panel> panels) {
    Panel before = current.get();
    if (before != null) {
      before.hidden();
    }
    current.set(null);
    views.clear();
    area.getChildren().clear();
    all.setAll(panels);
  }

  /** Keys go to the page again. */
  void focus() {
    area.requestFocus();
  }

  StackPane area() {
    return area;
  }
}
