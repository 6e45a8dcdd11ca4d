package org.facewright.ui.shell;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.facewright.ui.action.Action;
import org.facewright.ui.action.ActionControls;
import org.facewright.ui.text.Texts;
import org.facewright.ui.theme.Icons;

/** The head of the window: project menu, pages, and the tools that are always there. */
final class TitleBar extends HBox {
  private static final Texts TEXTS = Texts.of(TitleBar.class);

  private final MenuButton project =
      new MenuButton(TEXTS.get("no-project"), Icons.of("fth-sidebar"));
  private final ActionControls controls;

  private final HBox tools;

  TitleBar(Panels panels, ActionControls controls, Button palette, List<Action> always) {
    this.controls = controls;
    getStyleClass().add("fw-titlebar");
    setAlignment(Pos.CENTER_LEFT);
    project.setId("project-menu");
    project.getStyleClass().addAll("flat", "fw-project");
    project.setMinWidth(USE_PREF_SIZE);
    NavigationBar pages = new NavigationBar(panels);
    HBox.setHgrow(pages, Priority.ALWAYS);
    palette.setMinWidth(USE_PREF_SIZE);
    tools = controls.toolbar(always);
    tools.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(project, pages, palette, tools);
  }

  void addTool(Action action) {
    tools.getChildren().add(controls.tool(action));
  }

  StringProperty projectName() {
    return project.textProperty();
  }

  /** Groups of actions, with a line between them. */
  void menu(List<List<Action>> groups) {
    project.getItems().clear();
    for (List<Action> group : groups) {
      if (!project.getItems().isEmpty()) {
        project.getItems().add(new SeparatorMenuItem());
      }
      group.forEach(action -> project.getItems().add(controls.menuItem(action)));
    }
  }
}
