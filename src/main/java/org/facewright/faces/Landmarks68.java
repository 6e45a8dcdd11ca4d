package org.facewright.faces;

/**
 * The 68 points of a face in the order of the iBUG 300-W annotation, counted from 0.
 *
 * @param x to the right, in pixels of the picture
 * @param y down, in pixels of the picture
 */
@SuppressWarnings("ArrayRecordComponent") // Coordinates: compared by nobody.
public record Landmarks68(float[] x, float[] y) {
  private static final int NOSE_TIP = 30;

  public Landmarks68 {
    if (x.length != 68 || y.length != 68) {
      throw new IllegalArgumentException(x.length + " and " + y.length + " coordinates, not 68");
    }
  }

  public Point point(int index) {
    return new Point(x[index], y[index]);
  }

  /** The five points of alignment: eyes from the four lid points, mouth corners inner and outer. */
  public FivePoints fivePoints() {
    return new FivePoints(
        mean(37, 38, 40, 41), mean(43, 44, 46, 47), point(NOSE_TIP), mean(48, 60), mean(54, 64));
  }

  private Point mean(int... indices) {
    double sumX = 0;
    double sumY = 0;
    for (int index : indices) {
      sumX += x[index];
      sumY += y[index];
    }
    return new Point(sumX / indices.length, sumY / indices.length);
  }
}
