package org.facewright.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/** The dot of one class of a {@link ScatterMap}, for its legend. */
public final class DotMark extends CanvasChart {
  private static final int SIDE = 16;
  private static final double RADIUS = 5;

  private final int kind;

  /**
   * @param kind the class as the map takes it, negative for none
   */
  public DotMark(int kind) {
    this.kind = kind;
    setMinSize(SIDE, SIDE);
    setMaxSize(SIDE, SIDE);
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double density = density();
    int side = (int) Math.ceil(SIDE * density);
    DotPainter painter = new DotPainter(side, side);
    painter.dots(RADIUS * density, DotInks.of(this, 1));
    painter.dot(side / 2.0, side / 2.0, DotInks.number(kind));
    painter.finish();
    g.drawImage(painter.image(), 0, 0, SIDE, SIDE);
  }

  @Override
  protected double computePrefWidth(double height) {
    return SIDE;
  }

  @Override
  protected double computePrefHeight(double width) {
    return SIDE;
  }

  @Override
  public String exportName() {
    return "mark";
  }

  @Override
  public String csv() {
    return "kind\n" + kind + "\n";
  }
}
