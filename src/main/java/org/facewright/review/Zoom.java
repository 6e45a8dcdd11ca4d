package org.facewright.review;

/**
 * Which part of a picture is seen. Immutable.
 *
 * @param factor 1 for all of it, to {@link #MOST}
 * @param left where the seen part begins, as a share of the picture's width, 0..1
 * @param top likewise of its height
 */
record Zoom(double factor, double left, double top) {
  static final double MOST = 8;
  static final Zoom NONE = new Zoom(1, 0, 0);

  Zoom {
    factor = Math.clamp(factor, 1, MOST);
    left = Math.clamp(left, 0, 1 - 1 / factor);
    top = Math.clamp(top, 0, 1 - 1 / factor);
  }

  /**
   * Closer or farther; what is at a point stays there, as far as the picture's edges allow.
   *
   * @param x of that point, as a share of the view, 0..1
   * @param y likewise
   * @param by above 1 for closer
   */
  Zoom at(double x, double y, double by) {
    double now = Math.clamp(factor * by, 1, MOST);
    return new Zoom(now, across(x) - x / now, down(y) - y / now);
  }

  /** The picture is dragged by a share of the view. */
  Zoom dragged(double x, double y) {
    return new Zoom(factor, left - x / factor, top - y / factor);
  }

  /** Where in the picture a point of the view lies, 0..1. */
  double across(double x) {
    return left + x / factor;
  }

  /** Likewise from top to bottom. */
  double down(double y) {
    return top + y / factor;
  }
}
