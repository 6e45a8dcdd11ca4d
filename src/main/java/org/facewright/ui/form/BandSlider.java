package org.facewright.ui.form;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.RangeSlider;

/** A band between two ends, such as the percentiles that are kept. */
public final class BandSlider extends HBox {
  /** Both ends, low &lt;= high. */
  public record Band(double low, double high) {}

  // As wide as the field of a ValueSlider, so that sliders in a form end alike.
  private static final double NUMBER = 72;

  private final ReadOnlyObjectWrapper<Band> band;
  private final RangeSlider slider;
  private final NumberFormatter format;
  private final String unit;
  private final Label text = new Label();

  public BandSlider(String name, double min, double max, Band initial, int decimals, String unit) {
    super(8);
    this.unit = unit;
    format = new NumberFormatter(decimals);
    band = new ReadOnlyObjectWrapper<>(this, "band", initial);
    slider = new RangeSlider(min, max, initial.low(), initial.high());
    getStyleClass().add("fw-band-slider");
    setAlignment(Pos.CENTER_LEFT);
    slider.setAccessibleText(name);
    slider.setBlockIncrement(Math.pow(10, -decimals));
    HBox.setHgrow(slider, Priority.ALWAYS);
    text.setMinWidth(NUMBER);
    text.getStyleClass().add("fw-number");
    getChildren().addAll(slider, text);
    moved();
    slider.lowValueProperty().subscribe(this::moved);
    slider.highValueProperty().subscribe(this::moved);
    text.setPrefWidth(NUMBER);
    text.setAlignment(Pos.CENTER_RIGHT);
  }

  private void moved() {
    band.set(new Band(format.rounded(slider.getLowValue()), format.rounded(slider.getHighValue())));
    text.setText(format.text(band.get().low()) + "–" + format.text(band.get().high()) + " " + unit);
  }

  public ReadOnlyObjectProperty<Band> band() {
    return band.getReadOnlyProperty();
  }

  public void set(Band wanted) {
    // The end that moves outwards goes first: RangeSlider clamps each at the other.
    if (wanted.high() >= slider.getHighValue()) {
      slider.setHighValue(wanted.high());
      slider.setLowValue(wanted.low());
    } else {
      slider.setLowValue(wanted.low());
      slider.setHighValue(wanted.high());
    }
  }
}
