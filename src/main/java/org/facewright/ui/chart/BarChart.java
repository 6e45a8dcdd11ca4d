package org.facewright.ui.chart;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * One or two distributions over one axis, each as shares of its own total, with fixed lines that
 * are named; how much of each series lies above the lines is said. Small counts stay visible: a bin
 * that is not empty is at least two pixels high.
 */
public final class BarChart extends CanvasChart {
  /** A line across the axis. */
  public record Mark(double at, String name) {}

  private static final double SIDE = 12;
  private static final double TOP = 40;
  private static final double FOOT = 24;
  private static final double LEAST = 2;

  private final String about;
  private List<Bins> series = List.of();
  private List<Mark> marks = List.of();

  /**
   * @param about what is shown, for the export's name and for those who listen
   */
  public BarChart(String about) {
    this.about = about;
    setAccessibleText(about);
  }

  /** Draws series of one axis; the first in the accent colour. */
  public void show(List<Bins> bins, List<Mark> lines) {
    series = List.copyOf(bins);
    marks = List.copyOf(lines);
    repaint();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    if (series.isEmpty()) {
      return;
    }
    double ground = height - FOOT;
    Bins first = series.getFirst();
    Scale x = new Scale(first.low(), first.high(), SIDE, width - SIDE);
    double tallest = series.stream().mapToDouble(Bins::tallestShare).max().orElse(1);
    Scale y = new Scale(0, Math.max(tallest, 1e-9), ground, TOP);
    for (int i = series.size() - 1; i >= 0; i--) {
      bars(g, series.get(i), x, y, ground, i == 0 ? Ink.ACCENT : Ink.SERIES_1);
    }
    Axes.below(g, this, x, ground, (int) Math.max(4, width / 56));
    names(g);
    marks.forEach(mark -> line(g, mark, x, ground));
  }

  private void bars(GraphicsContext g, Bins bins, Scale x, Scale y, double ground, Ink ink) {
    double total = Math.max(1, bins.total());
    g.setFill(ink(ink, series.size() > 1 ? .55 : .8));
    for (int i = 0; i < bins.counts().length; i++) {
      if (bins.counts()[i] > 0) {
        double top = Math.min(ground - LEAST, y.pixel(bins.counts()[i] / total));
        double left = x.pixel(bins.edge(i));
        double wide = Math.max(1, x.pixel(bins.edge(i + 1)) - left - 1);
        g.fillRect(left, top, wide, ground - top);
      }
    }
  }

  /** Names at the left above, with a square of their colour. */
  private void names(GraphicsContext g) {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    double at = SIDE;
    for (int i = 0; i < series.size(); i++) {
      g.setFill(ink(i == 0 ? Ink.ACCENT : Ink.SERIES_1));
      g.fillRect(at, 5, 8, 8);
      g.setFill(ink(Ink.TEXT));
      String name = "%s (%,d)".formatted(series.get(i).name(), series.get(i).total());
      g.fillText(name, at + 13, 9);
      at += 13 + name.length() * 6.5 + 16;
    }
  }

  private void line(GraphicsContext g, Mark mark, Scale x, double ground) {
    double at = Axes.crisp(x.pixel(mark.at()));
    g.setStroke(ink(Ink.TEXT));
    g.setLineWidth(1.5);
    g.setLineDashes(4, 3);
    g.strokeLine(at, TOP - 10, at, ground);
    g.setLineDashes();
    g.setFill(ink(Ink.TEXT));
    g.setTextBaseline(VPos.BOTTOM);
    g.setTextAlign(TextAlignment.CENTER);
    g.fillText(mark.name(), at, TOP - 10);
  }

  @Override
  public String exportName() {
    return about.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("from,to");
    series.forEach(bins -> text.append(',').append(bins.name()));
    text.append('\n');
    int count = series.isEmpty() ? 0 : series.getFirst().counts().length;
    for (int i = 0; i < count; i++) {
      text.append(series.getFirst().edge(i)).append(',').append(series.getFirst().edge(i + 1));
      for (Bins bins : series) {
        text.append(',').append(bins.counts()[i]);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
