package org.facewright.ui.chart;

/** Which part of the plane a map shows: data to pixels and back. Same scale on both axes. */
record MapView(double left, double top, double scale) {
  /** The whole of a grid in a window, with a margin. */
  static MapView fit(CellGrid grid, double width, double height) {
    double margin = 24;
    double scale =
        Math.min(
            (width - 2 * margin) / Math.max(1e-9, grid.width()),
            (height - 2 * margin) / Math.max(1e-9, grid.height()));
    double use = scale > 0 ? scale : 1;
    return new MapView(
        grid.left() + grid.width() / 2 - width / 2 / use,
        grid.top() + grid.height() / 2 - height / 2 / use,
        use);
  }

  double px(double x) {
    return (x - left) * scale;
  }

  double py(double y) {
    return (y - top) * scale;
  }

  double x(double px) {
    return left + px / scale;
  }

  double y(double py) {
    return top + py / scale;
  }

  MapView moved(double byX, double byY) {
    return new MapView(left - byX / scale, top - byY / scale, scale);
  }

  /** Larger or smaller by a factor; the place under the pointer stays. */
  MapView zoomed(double factor, double px, double py) {
    double now = scale * factor;
    return new MapView(x(px) - px / now, y(py) - py / now, now);
  }
}
