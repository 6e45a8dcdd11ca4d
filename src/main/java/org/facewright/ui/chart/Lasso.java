package org.facewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;

/** A closed line drawn by hand. */
final class Lasso {
  private final List<Point2D> corners = new ArrayList<>();

  void add(double x, double y) {
    corners.add(new Point2D(x, y));
  }

  List<Point2D> corners() {
    return corners;
  }

  /** Whether a ray from the point crosses the line an odd number of times. */
  boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      Point2D a = corners.get(i);
      Point2D b = corners.get(j);
      boolean crosses = a.getY() > y != b.getY() > y;
      if (crosses
          && x < (b.getX() - a.getX()) * (y - a.getY()) / (b.getY() - a.getY()) + a.getX()) {
        inside = !inside;
      }
    }
    return inside;
  }

  double left() {
    return corners.stream().mapToDouble(Point2D::getX).min().orElse(0);
  }

  double right() {
    return corners.stream().mapToDouble(Point2D::getX).max().orElse(0);
  }

  double top() {
    return corners.stream().mapToDouble(Point2D::getY).min().orElse(0);
  }

  double bottom() {
    return corners.stream().mapToDouble(Point2D::getY).max().orElse(0);
  }
}
