package org.facewright.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws ticks and grid lines: quiet, on whole pixels. */
final class Axes {
  private Axes() {}

  static void below(GraphicsContext g, CanvasChart chart, Scale x, double y, int about) {
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    g.setStroke(chart.ink(Ink.GRID));
    g.setLineWidth(1);
    g.strokeLine(x.from(), crisp(y), x.to(), crisp(y));
    g.setFill(chart.ink(Ink.MUTED));
    for (double tick : x.ticks(about)) {
      double at = crisp(x.pixel(tick));
      g.strokeLine(at, y, at, y + 4);
      g.fillText(x.text(tick, about), at, y + 7);
    }
  }

  /** Grid lines across, their values at the left. */
  static void across(
      GraphicsContext g, CanvasChart chart, Scale y, double left, double right, int about) {
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    g.setStroke(chart.ink(Ink.GRID, 0.6));
    g.setLineWidth(1);
    g.setFill(chart.ink(Ink.MUTED));
    for (double tick : y.ticks(about)) {
      double at = crisp(y.pixel(tick));
      g.strokeLine(left, at, right, at);
      g.fillText(y.text(tick, about), left - 8, at);
    }
  }

  static double crisp(double pixel) {
    return Math.round(pixel) + 0.5;
  }
}
