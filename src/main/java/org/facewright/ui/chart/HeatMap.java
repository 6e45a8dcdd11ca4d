package org.facewright.ui.chart;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.facewright.ui.text.Texts;

/** The similarities of n pictures to each other; hover reads a value, a click goes to the row. */
public final class HeatMap extends CanvasChart {
  private static final Texts TEXTS = Texts.of(HeatMap.class);
  private static final double FOOT = 28;

  private float[] values = new float[0];
  private List<Integer> ends = List.of();
  private double low;
  private double high = 1;
  private int hoverRow = -1;
  private int hoverColumn = -1;
  private IntConsumer onRow = row -> {};

  public HeatMap() {
    setAccessibleText(TEXTS.get("heat-map"));
    setOnMouseMoved(this::moved);
    setOnMouseExited(event -> hover(-1, -1));
    setOnMouseClicked(
        event -> {
          if (hoverRow >= 0 && event.isStillSincePress()) {
            onRow.accept(hoverRow);
          }
        });
  }

  /**
   * @param matrix n x n, row by row, -1..1
   * @param groupEnds one past the last row of each group, ascending; drawn as lines
   * @param from the value drawn in the ground's colour
   * @param to the value drawn in full accent
   */
  public void show(float[] matrix, List<Integer> groupEnds, double from, double to) {
    values = matrix;
    ends = List.copyOf(groupEnds);
    low = from;
    high = to;
    repaint();
  }

  /** Called with the row under the pointer when it is clicked. */
  public void onRow(IntConsumer go) {
    onRow = go;
  }

  private int rows() {
    return (int) Math.sqrt(values.length);
  }

  private double side() {
    return Math.max(1, Math.min(getWidth(), getHeight() - FOOT));
  }

  private void moved(MouseEvent event) {
    double cell = side() / Math.max(1, rows());
    int row = (int) (event.getY() / cell);
    int column = (int) (event.getX() / cell);
    boolean inside = row < rows() && column < rows();
    hover(inside ? row : -1, inside ? column : -1);
  }

  private void hover(int row, int column) {
    hoverRow = row;
    hoverColumn = column;
    repaint();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    int n = rows();
    if (n == 0) {
      return;
    }
    double side = side();
    g.setImageSmoothing(false);
    g.drawImage(cells(n), 0, 0, side, side);
    g.setStroke(ink(Ink.GROUND));
    g.setLineWidth(2);
    for (int end : ends) {
      double at = side * end / n;
      if (end < n) {
        g.strokeLine(0, at, side, at);
        g.strokeLine(at, 0, at, side);
      }
    }
    legend(g, side);
    if (hoverRow >= 0) {
      double cell = side / n;
      g.setStroke(ink(Ink.TEXT));
      g.setLineWidth(1.5);
      g.strokeRect(hoverColumn * cell, hoverRow * cell, cell, cell);
    }
  }

  private WritableImage cells(int n) {
    int[] pixels = new int[n * n];
    Color none = ink(Ink.GROUND).interpolate(ink(Ink.MUTED), 0.12);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = argb(none.interpolate(ink(Ink.ACCENT), share(values[i])));
    }
    WritableImage image = new WritableImage(n, n);
    image.getPixelWriter().setPixels(0, 0, n, n, PixelFormat.getIntArgbInstance(), pixels, 0, n);
    return image;
  }

  private double share(float value) {
    return Math.clamp((value - low) / (high - low), 0, 1);
  }

  private static int argb(Color color) {
    return 0xff000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }

  private void legend(GraphicsContext g, double side) {
    double top = side + 10;
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(ink(Ink.MUTED));
    g.fillText("%.1f".formatted(low), 0, top + 5);
    Color none = ink(Ink.GROUND).interpolate(ink(Ink.MUTED), 0.12);
    for (int i = 0; i < 64; i++) {
      g.setFill(none.interpolate(ink(Ink.ACCENT), i / 63.0));
      g.fillRect(24 + i, top + 1, 1.5, 8);
    }
    g.setFill(ink(Ink.MUTED));
    g.fillText("%.1f".formatted(high), 94, top + 5);
    if (hoverRow >= 0) {
      g.setFill(ink(Ink.TEXT));
      g.setTextAlign(TextAlignment.RIGHT);
      float value = values[hoverRow * rows() + hoverColumn];
      g.fillText("%d × %d  %.3f".formatted(hoverRow + 1, hoverColumn + 1, value), side, top + 5);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240 + FOOT;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 240;
  }

  @Override
  public String exportName() {
    return "similarity-matrix";
  }

  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("row,column,similarity\n");
    int n = rows();
    for (int i = 0; i < values.length; i++) {
      text.append(i / n).append(',').append(i % n).append(',').append(values[i]).append('\n');
    }
    return text.toString();
  }
}
