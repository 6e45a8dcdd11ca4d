package org.facewright.image;

/**
 * A linear map of the plane and a shift: {@code x' = xx x + xy y + tx}, {@code y' = yx x + yy y +
 * ty}.
 */
public record Affine(double xx, double xy, double tx, double yx, double yy, double ty) {
  /**
   * Turning, shearing and scaling about a point, then shifting, as torchvision composes them.
   *
   * @param degrees clockwise on a screen
   * @param shear of vertical lines, in degrees
   */
  public static Affine about(
      double centreX,
      double centreY,
      double degrees,
      double shear,
      double scale,
      double shiftX,
      double shiftY) {
    double turn = Math.toRadians(degrees);
    double lean = Math.tan(Math.toRadians(shear));
    double xx = scale * Math.cos(turn);
    double yx = scale * Math.sin(turn);
    double xy = -xx * lean - scale * Math.sin(turn);
    double yy = -yx * lean + scale * Math.cos(turn);
    return new Affine(
        xx,
        xy,
        centreX + shiftX - xx * centreX - xy * centreY,
        yx,
        yy,
        centreY + shiftY - yx * centreX - yy * centreY);
  }

  public double x(double x, double y) {
    return xx * x + xy * y + tx;
  }

  public double y(double x, double y) {
    return yx * x + yy * y + ty;
  }

  /** The way back. */
  public Affine inverse() {
    double area = xx * yy - xy * yx;
    if (area == 0) {
      throw new IllegalArgumentException("a map onto a line has no way back");
    }
    double a = yy / area;
    double b = -xy / area;
    double c = -yx / area;
    double d = xx / area;
    return new Affine(a, b, -(a * tx + b * ty), c, d, -(c * tx + d * ty));
  }
}
