package org.facewright.ui.form;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A slider with its value in a field: drag, arrow, type, or double-click back to the default. */
public final class ValueSlider extends HBox {
  private static final double NUMBER = 72;

  private final DoubleProperty value;
  private final NumberFormatter format;
  private final Slider slider;
  private final TextField field = new TextField();

  /**
   * @param decimals how many are shown; the value is rounded to them
   * @param initial what a double click returns to
   */
  public ValueSlider(String name, double min, double max, double initial, int decimals) {
    super(8);
    format = new NumberFormatter(decimals);
    value = new SimpleDoubleProperty(this, "value", format.rounded(initial));
    slider = new Slider(min, max, initial);
    getStyleClass().add("fw-value-slider");
    setAlignment(Pos.CENTER_LEFT);
    slider.setBlockIncrement(Math.pow(10, -decimals));
    slider.setAccessibleText(name);
    HBox.setHgrow(slider, Priority.ALWAYS);
    field.setAccessibleText(name);
    field.setPrefWidth(NUMBER);
    field.getStyleClass().add("fw-number");
    field.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(slider, field);
    wire(initial);
  }

  private void wire(double initial) {
    slider.valueProperty().subscribe(at -> value.set(format.rounded(at.doubleValue())));
    value.subscribe(this::show);
    field.setOnAction(event -> typed());
    field.focusedProperty().subscribe(focused -> typedUnless(focused));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            show(value.get());
          }
        });
    slider.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            value.set(format.rounded(initial));
          }
        });
  }

  private void show(Number now) {
    double rounded = now.doubleValue();
    if (format.rounded(slider.getValue()) != rounded) {
      slider.setValue(rounded);
    }
    field.setText(format.text(rounded));
  }

  private void typedUnless(boolean focused) {
    if (!focused) {
      typed();
    }
  }

  private void typed() {
    format
        .read(field.getText())
        .ifPresent(
            typed ->
                value.set(format.rounded(Math.clamp(typed, slider.getMin(), slider.getMax()))));
    show(value.get());
  }

  /** Rounded to the decimals shown; changes at every movement. */
  public DoubleProperty value() {
    return value;
  }

  public Slider slider() {
    return slider;
  }
}
