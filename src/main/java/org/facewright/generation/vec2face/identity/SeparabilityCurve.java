package org.facewright.generation.vec2face.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.nearest.Screen;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * How separable a set of identities is: the share of them with no earlier one at a cosine above a
 * threshold, as the count grows. Vec2Face's figure, with 0.4.
 */
public record SeparabilityCurve(double threshold, List<Point> points) {
  private static final int BLOCK = 1024;

  public SeparabilityCurve {
    points = List.copyOf(points);
  }

  /**
   * The share among the first identities.
   *
   * @param share 0 to 1
   */
  public record Point(int count, double share) {}

  /**
   * Measures.
   *
   * @param vectors one row an identity, in their order; any lengths
   * @param steps points of the curve, evenly spaced, the last at all identities
   */
  public static SeparabilityCurve of(
      FloatMatrix vectors, double threshold, int steps, Screen screen) throws Vec2FaceException {
    boolean[] near = new boolean[vectors.rows()];
    KeptRows kept = new KeptRows(screen);
    int dim = vectors.columns();
    for (int from = 0; from < vectors.rows(); from += BLOCK) {
      int size = Math.min(BLOCK, vectors.rows() - from);
      FloatMatrix unit =
          Separation.unit(
              new FloatMatrix(
                  size,
                  dim,
                  Arrays.copyOfRange(vectors.values(), from * dim, (from + size) * dim)));
      boolean[] earlier = kept.near(unit, threshold);
      float[] pairs = new float[Math.toIntExact(Kernels.pairCount(size))];
      Kernels.pairs(unit.values(), 0, size, dim, pairs);
      for (int row = 0; row < size; row++) {
        near[from + row] |= earlier[row];
        for (int other = row + 1; other < size; other++) {
          near[from + other] |= pairs[Kernels.pairIndex(row, other, size)] > threshold;
        }
      }
      kept.keep(unit, size);
    }
    return new SeparabilityCurve(threshold, points(near, steps));
  }

  private static List<Point> points(boolean[] near, int steps) {
    List<Point> points = new ArrayList<>();
    int alone = 0;
    int next = 1;
    for (int i = 0; i < near.length; i++) {
      alone += near[i] ? 0 : 1;
      if (i + 1 == Math.max(i + 1, Math.round((double) near.length * next / steps))) {
        points.add(new Point(i + 1, alone / (i + 1.0)));
        while (Math.round((double) near.length * next / steps) <= i + 1 && next <= steps) {
          next++;
        }
      }
    }
    return points;
  }

  /** As CSV, with a header. */
  public String csv() {
    StringBuilder text = new StringBuilder("identities,share_separate\n");
    for (Point point : points) {
      text.append(String.format(Locale.ROOT, "%d,%.6f%n", point.count(), point.share()));
    }
    return text.toString();
  }
}
