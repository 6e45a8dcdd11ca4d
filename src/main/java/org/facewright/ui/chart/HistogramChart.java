package org.facewright.ui.chart;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.facewright.ui.text.Texts;

/**
 * Two distributions over one axis and a threshold that can be dragged or moved with the arrow keys:
 * what lies on the wrong side of it is said in per cent. Each series is drawn as shares of its own
 * total, because impostor pairs outnumber genuine ones by far.
 */
public final class HistogramChart extends CanvasChart {
  private static final Texts TEXTS = Texts.of(HistogramChart.class);
  private static final double LEFT = 12;
  private static final double RIGHT = 12;
  private static final double TOP = 48;
  private static final double FOOT = 24;
  private static final double GRIP = 8;

  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", 0.5);
  private Bins genuine = new Bins(TEXTS.get("genuine"), 0, 1, new long[1]);
  private Bins impostor = new Bins(TEXTS.get("impostor"), 0, 1, new long[1]);
  private boolean dragging;

  public HistogramChart() {
    setFocusTraversable(true);
    setAccessibleText(TEXTS.get("histogram"));
    threshold.subscribe(this::repaint);
    focusedProperty().subscribe(this::repaint);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(event -> dragging = false);
    setOnMouseMoved(event -> setCursor(near(event) ? Cursor.H_RESIZE : Cursor.DEFAULT));
    setOnKeyPressed(this::key);
  }

  /**
   * The series that should lie above the threshold, and the one that should lie below; same axis.
   */
  public void show(Bins above, Bins below) {
    genuine = above;
    impostor = below;
    repaint();
  }

  /** In the units of the axis; changes at every movement of a drag. */
  public DoubleProperty threshold() {
    return threshold;
  }

  private Scale x(double width) {
    return new Scale(genuine.low(), genuine.high(), LEFT, width - RIGHT);
  }

  private boolean near(MouseEvent event) {
    return Math.abs(x(getWidth()).pixel(threshold.get()) - event.getX()) < GRIP;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (event.isPrimaryButtonDown()) {
      // A press beside the line brings it there: no need to hit two pixels.
      dragging = true;
      dragged(event);
    }
  }

  private void dragged(MouseEvent event) {
    if (dragging) {
      set(x(getWidth()).value(event.getX()));
    }
  }

  private void key(KeyEvent event) {
    double step = (genuine.high() - genuine.low()) / (event.isShiftDown() ? 20 : 200);
    switch (event.getCode()) {
      case LEFT -> set(threshold.get() - step);
      case RIGHT -> set(threshold.get() + step);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void set(double value) {
    threshold.set(Math.clamp(value, genuine.low(), genuine.high()));
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double ground = height - FOOT;
    Scale x = x(width);
    double tallest = Math.max(genuine.tallestShare(), impostor.tallestShare());
    Scale y = new Scale(0, Math.max(tallest, 1e-9), ground, TOP);
    area(g, impostor, x, y, Ink.SERIES_1);
    area(g, genuine, x, y, Ink.ACCENT);
    Axes.below(g, this, x, ground, (int) Math.max(4, width / 56));
    name(g, impostor, x, y, Ink.SERIES_1);
    name(g, genuine, x, y, Ink.ACCENT);
    line(g, x, ground);
  }

  private void area(GraphicsContext g, Bins bins, Scale x, Scale y, Ink ink) {
    double total = Math.max(1, bins.total());
    g.beginPath();
    g.moveTo(x.pixel(bins.low()), y.pixel(0));
    for (int i = 0; i < bins.counts().length; i++) {
      double top = y.pixel(bins.counts()[i] / total);
      g.lineTo(x.pixel(bins.edge(i)), top);
      g.lineTo(x.pixel(bins.edge(i + 1)), top);
    }
    g.lineTo(x.pixel(bins.high()), y.pixel(0));
    g.setFill(ink(ink, 0.22));
    g.fill();
    g.setStroke(ink(ink));
    g.setLineWidth(1.5);
    g.stroke();
  }

  /** The series' name over its peak instead of a legend. */
  private void name(GraphicsContext g, Bins bins, Scale x, Scale y, Ink ink) {
    int peak = 0;
    for (int i = 1; i < bins.counts().length; i++) {
      peak = bins.counts()[i] > bins.counts()[peak] ? i : peak;
    }
    double top = y.pixel(bins.counts()[peak] / Math.max(1.0, bins.total()));
    g.setFill(ink(ink == Ink.ACCENT ? Ink.ACCENT : Ink.TEXT));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.BOTTOM);
    double half = 28;
    double at =
        Math.clamp(
            (x.pixel(bins.edge(peak)) + x.pixel(bins.edge(peak + 1))) / 2,
            LEFT + half,
            Math.max(LEFT + half, getWidth() - RIGHT - half));
    g.fillText(bins.name(), at, top - 4);
  }

  private void line(GraphicsContext g, Scale x, double ground) {
    double at = Axes.crisp(x.pixel(threshold.get()));
    g.setStroke(ink(Ink.TEXT));
    g.setLineWidth(isFocused() ? 2.5 : 1.5);
    g.strokeLine(at, 18, at, ground);
    g.setFill(ink(Ink.TEXT));
    g.fillRoundRect(at - 3, ground - (ground - 18) / 2 - 12, 6, 24, 6, 6);
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(
        "%.3f".formatted(threshold.get()), Math.clamp(at, 24, Math.max(24, getWidth() - 24)), 2);
    g.setFill(ink(Ink.MUTED));
    boolean roomLeft = at > 150;
    if (roomLeft) {
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(
          TEXTS.get("below", percent(genuine.below(threshold.get())), genuine.name()), at - 28, 2);
    }
    if (getWidth() - at > 150) {
      g.setTextAlign(TextAlignment.LEFT);
      g.fillText(
          TEXTS.get("above", percent(1 - impostor.below(threshold.get())), impostor.name()),
          at + 28,
          2);
    }
  }

  private static String percent(double share) {
    return (share < 0.01 ? "%.2f %%" : "%.1f %%").formatted(share * 100);
  }

  @Override
  public String exportName() {
    return "similarity-histogram";
  }

  @Override
  public String csv() {
    StringBuilder text =
        new StringBuilder("from,to," + genuine.name() + "," + impostor.name() + "\n");
    for (int i = 0; i < genuine.counts().length; i++) {
      long other = i < impostor.counts().length ? impostor.counts()[i] : 0;
      text.append(genuine.edge(i)).append(',').append(genuine.edge(i + 1)).append(',');
      text.append(genuine.counts()[i]).append(',').append(other).append('\n');
    }
    return text.toString();
  }
}
