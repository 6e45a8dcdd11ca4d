package org.facewright.generation.diffusion.instantid;

import java.util.TreeMap;
import org.facewright.faces.Point;
import org.facewright.image.RgbImage;

/**
 * Fills a thin ellipse along a limb. Its outline goes through whole pixels, one point a degree, as
 * OpenCV's polygons do; since it is convex, a row is filled between its outermost outline pixels.
 */
final class LimbFill {
  private static final int DEGREES = 360;
  private static final double TABLE_DIGITS = 1e7;

  private final RgbImage picture;
  private final int colour;
  private final TreeMap<Integer, int[]> rows = new TreeMap<>();

  LimbFill(RgbImage picture, int colour) {
    this.picture = picture;
    this.colour = colour;
  }

  void ellipse(Point from, Point to, int halfWidth) {
    int centreX = (int) ((from.x() + to.x()) / 2);
    int centreY = (int) ((from.y() + to.y()) / 2);
    int halfLength = (int) (Math.hypot(from.x() - to.x(), from.y() - to.y()) / 2);
    int angle = (int) Math.toDegrees(Math.atan2(from.y() - to.y(), from.x() - to.x()));
    int lastX = 0;
    int lastY = 0;
    for (int degree = 0; degree <= DEGREES; degree++) {
      double along = halfLength * cosine(degree);
      double across = halfWidth * sine(degree);
      int x = (int) Math.rint(centreX + along * cosine(angle) - across * sine(angle));
      int y = (int) Math.rint(centreY + along * sine(angle) + across * cosine(angle));
      if (degree > 0) {
        line(lastX, lastY, x, y);
      }
      lastX = x;
      lastY = y;
    }
    rows.forEach((y, ends) -> KeyPointPicture.row(picture, y, ends[0], ends[1], colour));
  }

  /** To seven digits, as in the table that the reference uses: ties of a half depend on it. */
  private static double sine(int degrees) {
    return Math.rint(Math.sin(Math.toRadians(degrees)) * TABLE_DIGITS) / TABLE_DIGITS;
  }

  private static double cosine(int degrees) {
    return sine(degrees + 90);
  }

  /** An eight-connected line from left to right; half steps are taken late. */
  private void line(int x0, int y0, int x1, int y1) {
    if (x1 < x0) {
      line(x1, y1, x0, y0);
      return;
    }
    int wide = x1 - x0;
    int high = Math.abs(y1 - y0);
    int down = Integer.signum(y1 - y0);
    int steps = Math.max(wide, high);
    mark(x0, y0);
    for (int k = 1; k <= steps; k++) {
      int x = x0 + (wide == steps ? k : late(k, wide, steps));
      int y = y0 + down * (high == steps ? k : late(k, high, steps));
      mark(x, y);
    }
  }

  private static int late(int k, int shorter, int longer) {
    return Math.ceilDiv(2 * k * shorter - longer, 2 * longer);
  }

  private void mark(int x, int y) {
    int[] ends = rows.computeIfAbsent(y, row -> new int[] {x, x});
    ends[0] = Math.min(ends[0], x);
    ends[1] = Math.max(ends[1], x);
  }
}
