package org.facewright.ui.form;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side, exactly one of them taken. */
public final class Segments<T> extends HBox {
  private final ObjectProperty<T> value;

  public Segments(List<T> choices, T initial, Function<T, String> label) {
    value = new SimpleObjectProperty<>(this, "value", initial);
    getStyleClass().add("fw-segments");
    setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < choices.size(); i++) {
      T choice = choices.get(i);
      ToggleButton button = new ToggleButton(label.apply(choice));
      button
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == choices.size() - 1 ? "right-pill" : "center-pill");
      button.setToggleGroup(group);
      button.setUserData(choice);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> take(button, choice));
      getChildren().add(button);
    }
    value.subscribe(this::show);
  }

  private void take(ToggleButton button, T choice) {
    button.setSelected(true);
    value.set(choice);
  }

  private void show(T choice) {
    getChildren().stream()
        .map(ToggleButton.class::cast)
        .forEach(button -> button.setSelected(choice.equals(button.getUserData())));
  }

  public ObjectProperty<T> value() {
    return value;
  }
}
