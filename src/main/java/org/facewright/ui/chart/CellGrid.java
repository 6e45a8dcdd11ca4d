package org.facewright.ui.chart;

import java.util.function.IntConsumer;

/**
 * Points of the plane sorted into square cells, so that those near a place or in a window are found
 * without looking at the others. Immutable; any thread.
 */
final class CellGrid {
  private static final int PER_CELL = 8;

  private final float[] x;
  private final float[] y;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final double cell;
  private final int columns;
  private final int rows;
  // Points of cell c are order[start[c]..start[c + 1]].
  private final int[] start;
  private final int[] order;

  CellGrid(float[] x, float[] y) {
    this.x = x;
    this.y = y;
    left = least(x);
    top = least(y);
    right = most(x);
    bottom = most(y);
    double area = Math.max(1e-12, (right - left) * (bottom - top));
    cell = Math.max(1e-9, Math.sqrt(area * PER_CELL / Math.max(1, x.length)));
    columns = 1 + (int) Math.min(4095, (right - left) / cell);
    rows = 1 + (int) Math.min(4095, (bottom - top) / cell);
    start = new int[columns * rows + 1];
    order = new int[x.length];
    sort();
  }

  private static double least(float[] values) {
    double least = values.length == 0 ? 0 : values[0];
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double most(float[] values) {
    double most = values.length == 0 ? 1 : values[0];
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private void sort() {
    for (int i = 0; i < x.length; i++) {
      start[cellOf(i) + 1]++;
    }
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
    int[] next = start.clone();
    for (int i = 0; i < x.length; i++) {
      order[next[cellOf(i)]++] = i;
    }
  }

  private int cellOf(int point) {
    return row(y[point]) * columns + column(x[point]);
  }

  private int column(double at) {
    return Math.clamp((long) Math.floor((at - left) / cell), 0, columns - 1);
  }

  private int row(double at) {
    return Math.clamp((long) Math.floor((at - top) / cell), 0, rows - 1);
  }

  double left() {
    return left;
  }

  double top() {
    return top;
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /** Every point in a window, edges included. */
  void within(double x0, double y0, double x1, double y1, IntConsumer visit) {
    for (int r = row(y0); r <= row(y1); r++) {
      int from = start[r * columns + column(x0)];
      int to = start[r * columns + column(x1) + 1];
      for (int i = from; i < to; i++) {
        int point = order[i];
        if (x[point] >= x0 && x[point] <= x1 && y[point] >= y0 && y[point] <= y1) {
          visit.accept(point);
        }
      }
    }
  }

  /** The point nearest to a place, -1 when none is within the radius. */
  int nearest(double px, double py, double radius) {
    int[] best = {-1};
    double[] least = {radius * radius};
    within(
        px - radius,
        py - radius,
        px + radius,
        py + radius,
        point -> {
          double dx = x[point] - px;
          double dy = y[point] - py;
          if (dx * dx + dy * dy <= least[0]) {
            least[0] = dx * dx + dy * dy;
            best[0] = point;
          }
        });
    return best[0];
  }
}
