package org.facewright.ui.action;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.facewright.ui.theme.Icons;

/**
 * Buttons and menu items made of actions; they follow what is enabled and run through one place.
 */
public final class ActionControls {
  private final Actions actions;

  public ActionControls(Actions actions) {
    this.actions = actions;
  }

  /** A button with text and, if there is one, the icon. */
  public Button button(Action action) {
    Button button = new Button(action.name());
    icon(action).ifPresent(button::setGraphic);
    return wire(button, action);
  }

  /** The button of the one thing to do now. */
  public Button primary(Action action) {
    Button button = button(action);
    button.getStyleClass().add("accent");
    return button;
  }

  /** An icon alone; its name is in the tooltip and read aloud. */
  public Button tool(Action action) {
    Button button = new Button();
    icon(action).ifPresent(button::setGraphic);
    button.getStyleClass().addAll("button-icon", "flat", "fw-tool");
    button.setAccessibleText(action.name());
    return wire(button, action);
  }

  public HBox toolbar(List<Action> some) {
    HBox bar = new HBox();
    bar.getStyleClass().add("fw-toolbar");
    some.forEach(action -> bar.getChildren().add(tool(action)));
    return bar;
  }

  public MenuItem menuItem(Action action) {
    MenuItem item = new MenuItem(action.name());
    icon(action).ifPresent(item::setGraphic);
    // Shown, not installed: Accelerators alone sends keys, else each would fire twice.
    if (action.key() != null) {
      item.setText(action.name() + "    " + action.keyText());
    }
    item.disableProperty().bind(actions.enabled(action).not());
    item.setOnAction(event -> actions.run(action));
    return item;
  }

  private Button wire(Button button, Action action) {
    button.setId(action.id().replace('.', '-'));
    button.disableProperty().bind(actions.enabled(action).not());
    button.setOnAction(event -> actions.run(action));
    button.setTooltip(explained(action));
    return button;
  }

  /** Also says why the action rests, while it does. */
  private Tooltip explained(Action action) {
    Tooltip tip = tooltip(action);
    String usual = tip.getText();
    tip.textProperty()
        .bind(
            actions
                .why(action)
                .map(why -> why.isEmpty() ? usual : usual + "\n" + why)
                .orElse(usual));
    return tip;
  }

  /** Name, key and what happens. */
  public static Tooltip tooltip(Action action) {
    String key = action.keyText();
    String title = key.isEmpty() ? action.name() : action.name() + "  (" + key + ")";
    Tooltip tip = new Tooltip(title + "\n" + action.description());
    tip.setShowDelay(Duration.millis(500));
    tip.setMaxWidth(320);
    tip.setWrapText(true);
    return tip;
  }

  private static Optional<javafx.scene.Node> icon(Action action) {
    return Optional.ofNullable(action.icon()).map(Icons::of);
  }
}
