package org.facewright.gallery.map;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.facewright.vector.TopK;

/** Searches the nearest of each point, exactly, some points at a time. */
final class Neighbours {
  /** Up to this size the search takes the embeddings themselves, above it their components. */
  private static final int SMALL = 10_000;

  private static final int FEW_COLUMNS = 64;

  private final FloatMatrix rows;
  private final FloatMatrix searched;
  private final int k;
  private final int[] points;
  private final float[] similarities;

  /**
   * @param rows [n][d] of length 1
   * @param components [n][c] the same in their principal components
   */
  Neighbours(FloatMatrix rows, FloatMatrix components, int k) {
    this.rows = rows;
    this.k = Math.min(k, Math.max(1, rows.rows() - 1));
    searched =
        rows.rows() <= SMALL || rows.columns() <= FEW_COLUMNS ? rows : directions(components);
    points = new int[Math.multiplyExact(rows.rows(), this.k)];
    similarities = new float[points.length];
    Arrays.fill(points, -1);
    Arrays.fill(similarities, Float.NaN);
  }

  private static FloatMatrix directions(FloatMatrix components) {
    float[] values = components.values().clone();
    for (int i = 0; i < components.rows(); i++) {
      Kernels.normalise(values, i * components.columns(), components.columns());
    }
    return new FloatMatrix(components.rows(), components.columns(), values);
  }

  /** Searches for the points of one share of all. */
  void search(int share, int shares, BooleanSupplier stopping) {
    int from = (int) ((long) rows.rows() * share / shares);
    int to = (int) ((long) rows.rows() * (share + 1) / shares);
    int columns = searched.columns();
    FloatMatrix queries =
        new FloatMatrix(
            to - from,
            columns,
            Arrays.copyOfRange(searched.values(), from * columns, to * columns));
    TopK.Found found = TopK.find(queries, searched, k + 1, stopping);
    for (int i = from; i < to; i++) {
      int at = i * k;
      for (int m = 0; m < k + 1 && at < (i + 1) * k; m++) {
        int other = found.rows()[(i - from) * (k + 1) + m];
        if (other >= 0 && other != i) {
          points[at] = other;
          similarities[at++] = similarity(i, other);
        }
      }
    }
  }

  /** Of the embeddings, whatever was searched in. */
  private float similarity(int i, int j) {
    int d = rows.columns();
    return Kernels.dot(rows.values(), i * d, rows.values(), j * d, d);
  }

  Neighbourhood found() {
    return new Neighbourhood(k, points, similarities);
  }
}
