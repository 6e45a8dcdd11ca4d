package org.facewright.ui.chart;

/** A dot's form: a class of points is told by it too, not by its colour alone. */
enum DotShape {
  TRIANGLE,
  DIAMOND,
  CIRCLE,
  SQUARE,
  CROSS,
  PLUS,
  RING,
  DOWN;

  /** How far the widest of them reaches, in radii of the circle. */
  static final double WIDEST = 1.35;

  private static final double ARM = .38;

  /** The shape of the nth series; what belongs to none is a circle. */
  static DotShape of(int series) {
    return series >= values().length ? CIRCLE : values()[series];
  }

  /**
   * How far a place lies outside the shape, negative inside, about in pixels. All shapes have about
   * the area of the circle.
   */
  double beyond(double x, double y, double radius) {
    return switch (this) {
      case CIRCLE -> Math.hypot(x, y) - radius;
      case SQUARE -> Math.max(Math.abs(x), Math.abs(y)) - radius * .89;
      case DIAMOND -> (Math.abs(x) + Math.abs(y) - radius * 1.3) * Math.sqrt(.5);
      case TRIANGLE -> triangle(x, y, radius);
      case DOWN -> triangle(x, -y, radius);
      case PLUS -> plus(x, y, radius);
      case CROSS -> plus((x + y) * Math.sqrt(.5), (x - y) * Math.sqrt(.5), radius);
      case RING -> Math.abs(Math.hypot(x, y) - radius * .85) - Math.max(.5, radius * .3);
    };
  }

  /** Point upwards. */
  private static double triangle(double x, double y, double radius) {
    double slope = Math.sqrt(.75) * Math.abs(x) - y / 2 - radius * .68;
    return Math.max(slope, y - radius * .68);
  }

  private static double plus(double x, double y, double radius) {
    double long1 = Math.max(Math.abs(x) - radius * 1.25, Math.abs(y) - radius * ARM);
    double long2 = Math.max(Math.abs(y) - radius * 1.25, Math.abs(x) - radius * ARM);
    return Math.min(long1, long2);
  }
}
