package org.facewright.ui.chart;

/**
 * Points of the plane sorted into square cells, so that those near a place or in a window are found
 * without looking at the others. Immutable; any thread.
 */
final class CellGrid {
  /** Is shown points one after another. */
  interface Visitor {
    void point(int index, float x, float y);
  }

  private static final int PER_CELL = 8;

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
  // Their places in that order: read one after another, not all over the memory.
  private final float[] sortedX;
  private final float[] sortedY;

  CellGrid(float[] x, float[] y) {
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
    sortedX = new float[x.length];
    sortedY = new float[x.length];
    sort(x, y);
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

  private void sort(float[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      start[cellOf(x[i], y[i]) + 1]++;
    }
    for (int c = 1; c < start.length; c++) {
      start[c] += start[c - 1];
    }
    int[] next = start.clone();
    for (int i = 0; i < x.length; i++) {
      int at = next[cellOf(x[i], y[i])]++;
      order[at] = i;
      sortedX[at] = x[i];
      sortedY[at] = y[i];
    }
  }

  private int cellOf(float px, float py) {
    return row(py) * columns + column(px);
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
  void within(double x0, double y0, double x1, double y1, Visitor visitor) {
    for (int r = row(y0); r <= row(y1); r++) {
      int from = start[r * columns + column(x0)];
      int to = start[r * columns + column(x1) + 1];
      for (int i = from; i < to; i++) {
        float px = sortedX[i];
        float py = sortedY[i];
        if (px >= x0 && px <= x1 && py >= y0 && py <= y1) {
          visitor.point(order[i], px, py);
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
        (point, x, y) -> {
          double dx = x - px;
          double dy = y - py;
          if (dx * dx + dy * dy <= least[0]) {
            least[0] = dx * dx + dy * dy;
            best[0] = point;
          }
        });
    return best[0];
  }
}
