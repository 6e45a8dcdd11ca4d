package org.facewright.image;

/**
 * Turning, scaling and shifting in the plane: {@code x' = a x - b y + tx}, {@code y' = b x + a y +
 * ty}.
 *
 * @param a scale times cosine
 * @param b scale times sine
 * @param tx shift in pixels
 * @param ty shift in pixels
 */
public record Similarity(double a, double b, double tx, double ty) {
  public double x(double x, double y) {
    return a * x - b * y + tx;
  }

  public double y(double x, double y) {
    return b * x + a * y + ty;
  }

  /** How many times longer lengths become. */
  public double scale() {
    return Math.hypot(a, b);
  }

  /** In degrees, positive from x towards y: clockwise on a screen. */
  public double rotation() {
    return Math.toDegrees(Math.atan2(b, a));
  }

  /** The way back. */
  public Similarity inverse() {
    double square = a * a + b * b;
    if (square == 0) {
      throw new IllegalArgumentException("a similarity of scale 0 has no way back");
    }
    double ia = a / square;
    double ib = -b / square;
    return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
  }

  /** First a scaling of the plane by a factor, then this. */
  Similarity afterScaling(double factor) {
    return new Similarity(a * factor, b * factor, tx, ty);
  }
}
