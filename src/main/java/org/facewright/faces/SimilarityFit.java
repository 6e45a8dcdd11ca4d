package org.facewright.faces;

import java.util.List;
import org.facewright.image.Similarity;

/**
 * The similarity that brings points nearest to others in the least-squares sense.
 *
 * <p>Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point
 * patterns", PAMI 13(4), 1991; in the plane, without reflection, it has this closed form.
 */
public final class SimilarityFit {
  private SimilarityFit() {}

  /**
   * Fits.
   *
   * @param from two or more points, not all in one place
   * @param to as many points
   */
  public static Similarity fit(List<Point> from, List<Point> to) {
    if (from.size() != to.size() || from.size() < 2) {
      throw new IllegalArgumentException(from.size() + " points cannot fit " + to.size());
    }
    Point fromMean = mean(from);
    Point toMean = mean(to);
    double dot = 0;
    double cross = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - fromMean.x();
      double y = from.get(i).y() - fromMean.y();
      double u = to.get(i).x() - toMean.x();
      double v = to.get(i).y() - toMean.y();
      dot += x * u + y * v;
      cross += x * v - y * u;
      spread += x * x + y * y;
    }
    if (spread == 0 || (dot == 0 && cross == 0)) {
      throw new IllegalArgumentException("points in one place fit nothing");
    }
    double a = dot / spread;
    double b = cross / spread;
    return new Similarity(
        a,
        b,
        toMean.x() - a * fromMean.x() + b * fromMean.y(),
        toMean.y() - b * fromMean.x() - a * fromMean.y());
  }

  private static Point mean(List<Point> points) {
    double x = points.stream().mapToDouble(Point::x).average().orElseThrow();
    double y = points.stream().mapToDouble(Point::y).average().orElseThrow();
    return new Point(x, y);
  }
}
