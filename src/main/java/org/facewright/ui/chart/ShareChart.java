package org.facewright.ui.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.facewright.ui.text.Texts;

/** What was asked for and what is there, value by value: a bar and, where it should end, a line. */
public final class ShareChart extends CanvasChart {
  private static final Texts TEXTS = Texts.of(ShareChart.class);
  private static final double ROW = 18;
  private static final double NAMES = 128;
  private static final double NUMBERS = 92;

  /**
   * One value.
   *
   * @param asked share that is wanted, 0..1
   * @param share that is there, 0..1
   * @param count that is there
   */
  public record Row(String name, double asked, double share, int count) {}

  private List<Row> rows = List.of();
  private String name = "coverage";

  public ShareChart() {
    setAccessibleText(TEXTS.get("shares"));
  }

  /**
   * @param title for the exported file
   */
  public void show(String title, List<Row> shown) {
    name = title;
    rows = List.copyOf(shown);
    setAccessibleHelp(
        rows.stream().map(ShareChart::words).reduce("", (a, b) -> a.isEmpty() ? b : a + "; " + b));
    requestLayout();
    if (getParent() != null) {
      getParent().requestLayout();
    }
    repaint();
  }

  private static String words(Row row) {
    return TEXTS.get("shares.row", row.name(), 100 * row.share(), 100 * row.asked());
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(ROW, rows.size() * ROW + 4);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 360;
  }

  @Override
  protected double computeMinWidth(double height) {
    return NAMES + NUMBERS + 40;
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double most = 1e-9;
    for (Row row : rows) {
      most = Math.max(most, Math.max(row.asked(), row.share()));
    }
    Scale x = new Scale(0, most, NAMES, width - NUMBERS);
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i < rows.size(); i++) {
      paint(g, rows.get(i), x, i * ROW, width);
    }
  }

  private void paint(GraphicsContext g, Row row, Scale x, double top, double width) {
    double middle = top + ROW / 2;
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(ink(Ink.TEXT));
    g.fillText(row.name(), 0, middle, NAMES - 8);
    g.setFill(ink(Ink.ACCENT, .75));
    g.fillRect(NAMES, top + 4, Math.max(1, x.pixel(row.share()) - NAMES), ROW - 8);
    g.setStroke(ink(Ink.TEXT));
    g.setLineWidth(1.5);
    double at = Axes.crisp(x.pixel(row.asked()));
    g.strokeLine(at, top + 2, at, top + ROW - 2);
    g.setTextAlign(TextAlignment.RIGHT);
    g.setFill(ink(Ink.MUTED));
    String text = "%,d · %.1f %%".formatted(row.count(), 100 * row.share());
    g.fillText(text, width, middle, NUMBERS - 6);
  }

  @Override
  public String exportName() {
    return "coverage-" + name;
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("value,asked,there,count\n");
    for (Row row : rows) {
      text.append(row.name()).append(',').append(row.asked()).append(',');
      text.append(row.share()).append(',').append(row.count()).append('\n');
    }
    return text.toString();
  }
}
