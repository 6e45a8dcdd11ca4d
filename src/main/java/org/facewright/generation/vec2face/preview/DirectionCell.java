package org.facewright.generation.vec2face.preview;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.facewright.ui.form.Explained;
import org.facewright.ui.text.Texts;
import org.jspecify.annotations.Nullable;

/** A direction with its slider; double-click puts it back to 0. */
final class DirectionCell extends ListCell<Direction> {
  private static final Texts TEXTS = Texts.of(DirectionCell.class);
  private static final double FAR = 6;
  private static final double NAME = 104;

  private final PreviewModel model;
  private final Label name = new Label();
  private final ProgressBar effect = new ProgressBar(0);
  private final Slider slider = new Slider(-FAR, FAR, 0);
  private final Label amount = new Label();
  private final HBox line = new HBox(8, name, effect, slider, amount);
  private boolean loading;

  DirectionCell(PreviewModel model) {
    this.model = model;
    name.setMinWidth(NAME);
    name.setPrefWidth(NAME);
    effect.setPrefWidth(40);
    effect.setMinWidth(40);
    effect.getStyleClass().add("fw-share");
    Explained.with(effect, TEXTS.get("direction.effect.tip"));
    amount.getStyleClass().add("fw-number");
    amount.setMinWidth(36);
    amount.setAlignment(Pos.CENTER_RIGHT);
    slider.setBlockIncrement(.1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    slider.valueProperty().subscribe(now -> moved(now.doubleValue()));
    slider.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            slider.setValue(0);
          }
        });
    model.form().subscribe(this::follow);
  }

  private void moved(double value) {
    Direction direction = getItem();
    double rounded = Math.round(value * 10) / 10.;
    amount.setText(String.format(Locale.ROOT, "%.1f", rounded));
    if (!loading && direction != null && model.form().get().moves().of(direction) != rounded) {
      model.change(form -> form.withMoves(form.moves().with(direction, rounded)));
    }
  }

  private void follow(PreviewForm form) {
    Direction direction = getItem();
    if (direction != null && !slider.isValueChanging()) {
      load(form.moves().of(direction));
    }
  }

  /** Coordinates and principal directions are numbered from 0, people count from 1. */
  private static String name(Direction direction) {
    int number = Integer.parseInt(direction.id().substring(1)) + 1;
    return direction.id().startsWith("c")
        ? TEXTS.get("direction.coordinate", number)
        : TEXTS.get("direction.principal", number);
  }

  private void load(double value) {
    loading = true;
    if (Math.abs(slider.getValue() - value) > .05) {
      slider.setValue(value);
    }
    amount.setText(String.format(Locale.ROOT, "%.1f", value));
    loading = false;
  }

  @Override
  protected void updateItem(@Nullable Direction direction, boolean empty) {
    super.updateItem(direction, empty);
    if (empty || direction == null) {
      setGraphic(null);
      return;
    }
    name.setText(name(direction));
    slider.setAccessibleText(name(direction));
    effect.setVisible(!Double.isNaN(direction.effect()));
    effect.setProgress(Double.isNaN(direction.effect()) ? 0 : direction.effect());
    load(model.form().get().moves().of(direction));
    setGraphic(line);
  }
}
