package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Curves of several runs. Smoothing never hides a spike: the raw extremes stay visible as a pale
 * band behind each line. Bands under the curves name stretches of the axis; the cursor reads all
 * values.
 */
public final class CurveChart extends CanvasChart {
  private static final double LEFT = 56;
  private static final double TOP = 28;
  private static final double FOOT = 24;
  private static final double RIGHT = 16;

  private final String name;
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
  private final DoubleProperty cursor = new SimpleDoubleProperty(this, "cursor", Double.NaN);
  private List<Curve> curves = List.of();
  private List<CurveBand> bands = List.of();

  /**
   * @param name of the value, with its unit, shown over the curves
   */
  public CurveChart(String name) {
    this.name = name;
    setAccessibleText(name);
    smoothing.subscribe(this::repaint);
    cursor.subscribe(this::repaint);
    setOnMouseMoved(event -> cursor.set(x(getWidth()).value(event.getX())));
    setOnMouseExited(event -> cursor.set(Double.NaN));
  }

  public void show(List<Curve> some, List<CurveBand> under) {
    // Controls first, so that the run in question lies on top.
    curves = some.stream().sorted(Comparator.comparing(curve -> !curve.behind())).toList();
    bands = List.copyOf(under);
    repaint();
  }

  /** 0 (raw) to below 1; 0.9 looks about ten points back. */
  public DoubleProperty smoothing() {
    return smoothing;
  }

  /** Where the read-out stands, NaN for nowhere; bind several charts to move together. */
  public DoubleProperty cursor() {
    return cursor;
  }

  private Scale x(double width) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      if (curve.x().length > 0) {
        low = Math.min(low, curve.x()[0]);
        high = Math.max(high, curve.x()[curve.x().length - 1]);
      }
    }
    // So that a chart of few points lies under one of many.
    for (CurveBand band : bands) {
      low = Math.min(low, band.from());
      high = Math.max(high, band.to());
    }
    return low > high
        ? new Scale(0, 1, LEFT, width - RIGHT)
        : new Scale(low, high, LEFT, width - RIGHT);
  }

  private Scale y(double height) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (double value : curve.y()) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    // A curve that never moves lies in the middle, not along the edge of a scale made up for it.
    double still = Math.max(Math.abs(high), 1) * 0.05;
    double margin = low > high ? 0 : high > low ? (high - low) * 0.06 : still;
    return low > high
        ? new Scale(0, 1, height - FOOT, TOP)
        : new Scale(low - margin, high + margin, height - FOOT, TOP);
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    Scale x = x(width);
    Scale y = y(height);
    bands.forEach(band -> band(g, band, x, y));
    Axes.across(g, this, y, LEFT, width - RIGHT, (int) Math.max(2, height / 56));
    Axes.below(g, this, x, height - FOOT, (int) Math.max(3, width / 96));
    g.setFill(ink(Ink.TEXT));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.TOP);
    g.setFont(TITLE);
    g.fillText(name, LEFT, 2);
    g.setFont(SMALL);
    curves.forEach(curve -> extremes(g, curve, x, y));
    curves.forEach(curve -> line(g, curve, x, y));
    if (Double.isNaN(cursor.get())) {
      legend(g, width);
    } else {
      readOut(g, x, y, width, height);
    }
  }

  private void band(GraphicsContext g, CurveBand band, Scale x, Scale y) {
    double left = Math.max(LEFT, x.pixel(band.from()));
    double right = Math.min(x.to(), x.pixel(band.to()));
    g.setFill(ink(band.ink(), 0.09));
    g.fillRect(left, y.to(), right - left, y.from() - y.to());
    g.setFill(ink(band.ink(), 0.8));
    g.fillRect(left, y.from() - 3, right - left - 1, 3);
    g.setFill(ink(Ink.MUTED));
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.BOTTOM);
    g.fillText(band.name(), left + 6, y.from() - 6, Math.max(1, right - left - 8));
  }

  /** Lowest and highest raw value of every pixel column. */
  private void extremes(GraphicsContext g, Curve curve, Scale x, Scale y) {
    if (smoothing.get() <= 0 || curve.behind()) {
      return;
    }
    g.setStroke(ink(curve.ink(), 0.22));
    g.setLineWidth(1.2);
    path(g, curve.x(), curve.y(), x, y);
  }

  private void line(GraphicsContext g, Curve curve, Scale x, Scale y) {
    g.setStroke(ink(curve.ink(), curve.behind() ? 0.7 : 1));
    g.setLineWidth(curve.behind() ? 1 : 2);
    path(g, curve.x(), curve.smoothed(smoothing.get()), x, y);
    if (curve.x().length == 1 && Double.isFinite(curve.y()[0])) {
      dot(g, curve, x.pixel(curve.x()[0]), y.pixel(curve.y()[0]));
    }
  }

  /** At most first, lowest, highest and last value a pixel column: the picture is the same. */
  private static void path(GraphicsContext g, double[] xs, double[] ys, Scale x, Scale y) {
    g.beginPath();
    boolean open = false;
    int i = 0;
    while (i < xs.length) {
      long column = Math.round(x.pixel(xs[i]));
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double first = ys[i];
      double last = ys[i];
      while (i < xs.length && Math.round(x.pixel(xs[i])) == column) {
        low = Math.min(low, ys[i]);
        high = Math.max(high, ys[i]);
        last = ys[i++];
      }
      if (!Double.isFinite(low) || !Double.isFinite(high)) {
        open = false;
        continue;
      }
      if (open) {
        g.lineTo(column, y.pixel(first));
      } else {
        g.moveTo(column, y.pixel(first));
      }
      open = true;
      if (high > low) {
        g.lineTo(column, y.pixel(low));
        g.lineTo(column, y.pixel(high));
        g.lineTo(column, y.pixel(last));
      }
    }
    g.stroke();
  }

  private void legend(GraphicsContext g, double width) {
    double right = width - RIGHT;
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.TOP);
    for (Curve curve : curves.reversed()) {
      g.setFill(ink(Ink.MUTED));
      g.fillText(curve.name(), right, 4);
      right -= textWidth(curve.name()) + 6;
      g.setFill(ink(curve.ink()));
      g.fillRect(right - 14, curve.behind() ? 10 : 9, 14, curve.behind() ? 1 : 3);
      right -= 14 + 16;
    }
  }

  private void readOut(GraphicsContext g, Scale x, Scale y, double width, double height) {
    double at = Axes.crisp(Math.clamp(x.pixel(cursor.get()), x.from(), x.to()));
    g.setStroke(ink(Ink.MUTED));
    g.setLineWidth(1);
    g.strokeLine(at, TOP, at, height - FOOT);
    List<String> lines = new ArrayList<>();
    for (Curve curve : curves.reversed()) {
      int index = curve.nearest(cursor.get());
      if (index >= 0) {
        double value = curve.smoothed(smoothing.get())[index];
        dot(g, curve, x.pixel(curve.x()[index]), y.pixel(value));
        lines.add(curve.name() + "  " + number(value));
      }
    }
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(ink(Ink.TEXT));
    g.fillText(number(cursor.get()) + "    " + String.join("    ", lines), width - RIGHT, 4);
  }

  private void dot(GraphicsContext g, Curve curve, double px, double py) {
    g.setFill(ink(Ink.GROUND));
    g.fillOval(px - 5, py - 5, 10, 10);
    g.setFill(ink(curve.ink()));
    g.fillOval(px - 3.5, py - 3.5, 7, 7);
  }

  private static String number(double value) {
    return Math.abs(value) >= 1000 ? "%,.0f".formatted(value) : "%.4g".formatted(value);
  }

  private static double textWidth(String text) {
    javafx.scene.text.Text node = new javafx.scene.text.Text(text);
    node.setFont(SMALL);
    return node.getLayoutBounds().getWidth();
  }

  @Override
  public String exportName() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("run,x,y\n");
    for (Curve curve : curves) {
      for (int i = 0; i < curve.x().length; i++) {
        text.append('"').append(curve.name().replace("\"", "\"\"")).append('"');
        text.append(',').append(curve.x()[i]).append(',').append(curve.y()[i]).append('\n');
      }
    }
    return text.toString();
  }
}
