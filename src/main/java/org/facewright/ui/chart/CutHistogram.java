package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import org.facewright.ui.text.Texts;

/**
 * One distribution and lines that cut it: dragged, or chosen with the up and down keys and moved
 * with left and right. A line is told of once, when it is let go.
 */
public final class CutHistogram extends CanvasChart {
  private static final Texts TEXTS = Texts.of(CutHistogram.class);

  /** Hears of a line that was moved. */
  public interface Moved {
    /**
     * @param cut which one, from 0
     * @param value in the units of the axis
     */
    void to(int cut, double value);
  }

  /** Space beside the axis, for what is to be laid out under it. */
  public static final double SIDE = 12;

  private static final double TOP = 34;
  private static final double FOOT = 24;
  private static final double GRIP = 8;
  private static final int NONE = -1;

  private Bins bins = new Bins("", 0, 1, new long[1]);
  private List<Double> cuts = List.of();
  private List<String> names = List.of();
  private Moved moved = (cut, value) -> {};
  private int chosen;
  private int dragged = NONE;

  public CutHistogram() {
    setFocusTraversable(true);
    setAccessibleText(TEXTS.get("cut-histogram"));
    focusedProperty().subscribe(this::repaint);
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(event -> released());
    setOnMouseMoved(
        event -> setCursor(near(event.getX()) == NONE ? Cursor.DEFAULT : Cursor.H_RESIZE));
    setOnKeyPressed(this::key);
  }

  public void onMoved(Moved listener) {
    moved = listener;
  }

  /**
   * Shows a distribution.
   *
   * @param lines where it is cut, in the units of the axis
   * @param captions a few words for each line
   */
  public void show(Bins counts, List<Double> lines, List<String> captions) {
    bins = counts;
    cuts = new ArrayList<>(lines);
    names = List.copyOf(captions);
    chosen = Math.clamp(chosen, 0, Math.max(0, cuts.size() - 1));
    dragged = NONE;
    repaint();
  }

  /** Where the lines are now. */
  public List<Double> cuts() {
    return List.copyOf(cuts);
  }

  private Scale x() {
    return new Scale(bins.low(), bins.high(), SIDE, getWidth() - SIDE);
  }

  private int near(double pixel) {
    int best = NONE;
    double distance = GRIP;
    for (int i = 0; i < cuts.size(); i++) {
      double away = Math.abs(x().pixel(cuts.get(i)) - pixel);
      if (away < distance) {
        best = i;
        distance = away;
      }
    }
    return best;
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    dragged = event.isPrimaryButtonDown() ? near(event.getX()) : NONE;
    if (dragged != NONE) {
      chosen = dragged;
      repaint();
    }
  }

  private void drag(MouseEvent event) {
    if (dragged != NONE) {
      set(dragged, x().value(event.getX()));
    }
  }

  private void released() {
    if (dragged != NONE) {
      int cut = dragged;
      dragged = NONE;
      moved.to(cut, cuts.get(cut));
    }
  }

  private void key(KeyEvent event) {
    if (cuts.isEmpty()) {
      return;
    }
    double step = (bins.high() - bins.low()) / (event.isShiftDown() ? 20 : 100);
    switch (event.getCode()) {
      case LEFT -> nudge(-step);
      case RIGHT -> nudge(step);
      case UP -> choose(chosen + 1);
      case DOWN -> choose(chosen - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void nudge(double by) {
    set(chosen, cuts.get(chosen) + by);
    moved.to(chosen, cuts.get(chosen));
  }

  private void choose(int cut) {
    chosen = Math.clamp(cut, 0, cuts.size() - 1);
    repaint();
  }

  /** A line stays between its neighbours. */
  private void set(int cut, double value) {
    double low = cut == 0 ? bins.low() : cuts.get(cut - 1);
    double high = cut + 1 == cuts.size() ? bins.high() : cuts.get(cut + 1);
    cuts.set(cut, Math.clamp(value, low, high));
    repaint();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double ground = height - FOOT;
    Scale x = x();
    Scale y = new Scale(0, Math.max(bins.tallestShare(), 1e-9), ground, TOP);
    double total = Math.max(1, bins.total());
    for (int i = 0; i < bins.counts().length; i++) {
      double left = x.pixel(bins.edge(i));
      double top = y.pixel(bins.counts()[i] / total);
      boolean cutOff = !cuts.isEmpty() && bins.edge(i) >= cuts.getLast();
      g.setFill(ink(cutOff ? Ink.MUTED : Ink.ACCENT, cutOff ? .35 : .55));
      g.fillRect(left, top, Math.max(1, x.pixel(bins.edge(i + 1)) - left - 1), ground - top);
    }
    Axes.below(g, this, x, ground, (int) Math.max(4, width / 80));
    for (int i = 0; i < cuts.size(); i++) {
      line(g, i, x.pixel(cuts.get(i)), ground);
    }
  }

  private void line(GraphicsContext g, int cut, double at, double ground) {
    boolean live = isFocused() && cut == chosen;
    double pixel = Axes.crisp(at);
    g.setStroke(ink(Ink.TEXT));
    g.setLineWidth(live ? 2.5 : 1.5);
    g.strokeLine(pixel, 18, pixel, ground);
    g.setFill(ink(Ink.TEXT));
    g.fillRoundRect(pixel - 3, (ground + 18) / 2 - 10, 6, 20, 6, 6);
    g.setTextBaseline(VPos.TOP);
    g.setTextAlign(TextAlignment.CENTER);
    String name = cut < names.size() ? names.get(cut) + " " : "";
    double half = 44;
    g.fillText(
        name + "%.3f".formatted(cuts.get(cut)),
        Math.clamp(pixel, half, Math.max(half, getWidth() - half)),
        2);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 150;
  }

  @Override
  public String exportName() {
    return "difficulty-histogram";
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("from,to,count\n");
    for (int i = 0; i < bins.counts().length; i++) {
      text.append(bins.edge(i)).append(',').append(bins.edge(i + 1)).append(',');
      text.append(bins.counts()[i]).append('\n');
    }
    return text.toString();
  }
}
