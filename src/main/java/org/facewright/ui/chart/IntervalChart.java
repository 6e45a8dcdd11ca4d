package org.facewright.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.facewright.ui.text.Texts;

/** Arms of an experiment below each other: every trial as a dot, the mean with its interval. */
public final class IntervalChart extends CanvasChart {
  private static final Texts TEXTS = Texts.of(IntervalChart.class);
  private static final double LEFT = 104;
  private static final double RIGHT = 24;
  private static final double TOP = 28;
  private static final double FOOT = 24;
  private static final double ROW = 44;
  private static final double CAP = 6;
  private static final double BELOW = 11;

  private String name = "";
  private List<ArmInterval> arms = List.of();

  /**
   * @param value what is shown, with its unit
   */
  public void show(String value, List<ArmInterval> rows) {
    name = value;
    arms = List.copyOf(rows);
    setAccessibleText(
        TEXTS.get(
            "intervals", value, String.join(", ", rows.stream().map(ArmInterval::name).toList())));
    requestParentLayout();
    repaint();
  }

  @Override
  protected double computePrefHeight(double width) {
    return TOP + FOOT + ROW * Math.max(2, arms.size());
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    Scale x = scale(width);
    g.setFill(ink(Ink.TEXT));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.TOP);
    g.setFont(TITLE);
    g.fillText(name, 12, 2);
    g.setFont(SMALL);
    for (double tick : x.ticks((int) Math.max(3, width / 96))) {
      g.setStroke(ink(Ink.GRID, .6));
      g.setLineWidth(1);
      double at = Axes.crisp(x.pixel(tick));
      g.strokeLine(at, TOP, at, height - FOOT);
    }
    Axes.below(g, this, x, height - FOOT, (int) Math.max(3, width / 96));
    double row = (height - FOOT - TOP) / Math.max(1, arms.size());
    for (int i = 0; i < arms.size(); i++) {
      draw(g, arms.get(i), x, TOP + row * (i + .4));
    }
  }

  private Scale scale(double width) {
    double[] all =
        arms.stream()
            .flatMapToDouble(
                arm ->
                    DoubleStream.concat(
                        DoubleStream.of(arm.values()),
                        DoubleStream.of(arm.mean(), arm.low(), arm.high())))
            .filter(Double::isFinite)
            .toArray();
    if (all.length == 0) {
      return new Scale(0, 1, LEFT, width - RIGHT);
    }
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    double margin = high > low ? (high - low) * .08 : Math.max(Math.abs(high), 1) * .02;
    return new Scale(low - margin, high + margin, LEFT, width - RIGHT);
  }

  private void draw(GraphicsContext g, ArmInterval arm, Scale x, double y) {
    g.setFill(ink(Ink.TEXT));
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(arm.name(), LEFT - 16, y, LEFT - 20);
    g.setFill(ink(arm.ink(), .45));
    for (double value : arm.values()) {
      g.fillOval(x.pixel(value) - 3.5, y + BELOW - 3.5, 7, 7);
    }
    g.setStroke(ink(arm.ink()));
    g.setLineWidth(2);
    if (Double.isFinite(arm.low())) {
      g.strokeLine(x.pixel(arm.low()), y, x.pixel(arm.high()), y);
      for (double end : new double[] {arm.low(), arm.high()}) {
        g.strokeLine(x.pixel(end), y - CAP, x.pixel(end), y + CAP);
      }
    }
    if (Double.isFinite(arm.mean())) {
      g.setFill(ink(arm.ink()));
      g.fillOval(x.pixel(arm.mean()) - 5, y - 5, 10, 10);
    }
  }

  @Override
  public String exportName() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("arm,trial,value\n");
    for (ArmInterval arm : arms) {
      for (int i = 0; i < arm.values().length; i++) {
        text.append(arm.name()).append(',').append(i + 1).append(',');
        text.append(arm.values()[i]).append('\n');
      }
    }
    return text.toString();
  }
}
