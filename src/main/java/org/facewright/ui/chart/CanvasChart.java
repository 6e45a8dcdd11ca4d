package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.NodeOrientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * A chart on a canvas: redrawn once a frame at most, when data, size or theme change. Its colours
 * are styleable properties, so that a change of theme reaches it like any other control.
 */
public abstract class CanvasChart extends Region implements Exportable {
  private static final StyleablePropertyFactory<CanvasChart> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final Map<Ink, CssMetaData<CanvasChart, Color>> INKS = inks();
  private static final List<CssMetaData<? extends Styleable, ?>> META = meta();
  static final Font SMALL = Font.font("Facewright Inter", 11);
  static final Font TITLE = Font.font("Facewright Inter", FontWeight.BOLD, 13);

  private final Map<Ink, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(Ink.class);
  private final Canvas canvas = new Canvas();
  private boolean queued;

  protected CanvasChart() {
    getStyleClass().add("fw-chart");
    // Axes run from left to right in every language.
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    for (Ink ink : Ink.values()) {
      SimpleStyleableObjectProperty<Color> color =
          new SimpleStyleableObjectProperty<>(INKS.get(ink), this, ink.name(), Color.TRANSPARENT);
      color.addListener(changed -> repaint());
      colors.put(ink, color);
    }
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
  }

  private static Map<Ink, CssMetaData<CanvasChart, Color>> inks() {
    Map<Ink, CssMetaData<CanvasChart, Color>> inks = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      inks.put(
          ink,
          FACTORY.createColorCssMetaData(
              ink.property(), chart -> chart.color(ink), Color.TRANSPARENT, false));
    }
    return inks;
  }

  private static List<CssMetaData<? extends Styleable, ?>> meta() {
    return List.copyOf(new ArrayList<>(FACTORY.getCssMetaData()));
  }

  private StyleableProperty<Color> color(Ink ink) {
    return java.util.Objects.requireNonNull(colors.get(ink));
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return META;
  }

  /** The theme's colour of an ink, now. */
  protected final Color ink(Ink ink) {
    return color(ink).getValue();
  }

  protected final Color ink(Ink ink, double opacity) {
    Color color = ink(ink);
    return color.deriveColor(0, 1, 1, opacity);
  }

  /** Device pixels a logical one has where this is shown; 1 while it is shown nowhere. */
  final double density() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getRenderScaleX();
  }

  /** Draws again before the next frame; many calls cost one drawing. FX thread only. */
  protected final void repaint() {
    if (!queued) {
      queued = true;
      Platform.runLater(this::paintNow);
    }
  }

  private void paintNow() {
    queued = false;
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() > 1 && canvas.getHeight() > 1) {
      g.save();
      g.setFont(SMALL);
      paint(g, canvas.getWidth(), canvas.getHeight());
      g.restore();
    }
  }

  /** Draws everything into a cleared canvas of this size. */
  protected abstract void paint(GraphicsContext g, double width, double height);

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paintNow();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }
}
