package org.facewright.faces;

/**
 * A place in a picture, in pixels; the centre of the first pixel is (0, 0).
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {
  static Point between(Point a, Point b) {
    return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
  }
}
