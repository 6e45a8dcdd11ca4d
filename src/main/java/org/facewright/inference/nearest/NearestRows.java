package org.facewright.inference.nearest;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * Exact search in rows that pass by, block after block. A {@link Screen} says where a row could be
 * among the nearest or above a limit; there {@link Kernels#exactDot} decides. So the result is the
 * same in every bit whichever screen is used. One thread; the comparisons use all processors.
 */
public final class NearestRows {
  private static final int QUERIES = 64;

  private final FloatMatrix queries;
  private final Screen screen;
  private final int k;
  private final float[] limits;
  private final float lowest;
  private final Nearest found;

  /**
   * @param queries each of length 1
   * @param k 1 or more
   * @param limits what is counted above, any order; none is fine
   * @param screen keeps nothing yet; stays the caller's
   */
  public NearestRows(FloatMatrix queries, int k, float[] limits, Screen screen)
      throws ScreenException {
    if (k < 1) {
      throw new IllegalArgumentException("the nearest " + k);
    }
    this.queries = queries;
    this.screen = screen;
    this.k = k;
    this.limits = limits.clone();
    float least = Float.POSITIVE_INFINITY;
    for (float limit : limits) {
      least = Math.min(least, limit);
    }
    lowest = least;
    int places = Math.multiplyExact(queries.rows(), k);
    found =
        new Nearest(
            k, new long[places], new float[places], new long[limits.length][queries.rows()]);
    Arrays.fill(found.rows(), -1);
    Arrays.fill(found.similarities(), Float.NaN);
    screen.keep(queries, queries.rows());
  }

  /**
   * Compares every query with more rows.
   *
   * @param rows [count][columns], each of length 1
   * @param number of the first row; each row is to have a number of its own
   */
  public void compare(float[] rows, int count, long number) throws ScreenException {
    for (int first = 0; first < count; first += Screen.WINDOW) {
      int begin = first;
      int size = Math.min(Screen.WINDOW, count - first);
      Screen.Groups groups = screen.groups(rows, first, size);
      IntStream.range(0, Math.ceilDiv(queries.rows(), QUERIES))
          .parallel()
          .forEach(
              block -> {
                int end = Math.min(queries.rows(), (block + 1) * QUERIES);
                float[] scratch = new float[Screen.WINDOW];
                for (int query = block * QUERIES; query < end; query++) {
                  look(query, groups, rows, begin, size, number + begin, scratch);
                }
              });
    }
  }

  /** Group after group, the most promising first, until none can matter. */
  private void look(
      int query,
      Screen.Groups groups,
      float[] rows,
      int first,
      int count,
      long number,
      float[] scratch) {
    int start = query * groups.groups();
    float[] best = groups.best();
    while (true) {
      int most = start;
      for (int j = start + 1; j < start + groups.groups(); j++) {
        most = best[j] > best[most] ? j : most;
      }
      float last = found.similarities()[query * k + k - 1];
      boolean room = Float.isNaN(last);
      if (best[most] == Float.NEGATIVE_INFINITY
          || !room && screen.highest(best[most]) < Math.min(last, lowest)) {
        return;
      }
      best[most] = Float.NEGATIVE_INFINITY;
      int row = groups.first(most - start);
      if (row < count) {
        int members = groups.size(most - start, count);
        exact(query, rows, first + row, groups.step(), members, scratch);
        for (int i = 0; i < members; i++) {
          take(query, scratch[i], number + row + (long) i * groups.step());
        }
      }
    }
  }

  private void exact(int query, float[] rows, int row, int step, int count, float[] to) {
    int dim = queries.columns();
    float[] asked = queries.values();
    Kernels.exactDots(asked, query * dim, rows, row * dim, step * dim, count, dim, to);
  }

  private void take(int query, float similarity, long row) {
    for (int limit = 0; limit < limits.length; limit++) {
      if (similarity > limits[limit]) {
        found.above()[limit][query]++;
      }
    }
    float[] similarities = found.similarities();
    long[] rows = found.rows();
    int start = query * k;
    int at = start + k;
    // A free place holds NaN, of which no comparison is true.
    while (at > start && !before(similarities[at - 1], rows[at - 1], similarity, row)) {
      at--;
    }
    if (at == start + k) {
      return;
    }
    System.arraycopy(similarities, at, similarities, at + 1, start + k - 1 - at);
    System.arraycopy(rows, at, rows, at + 1, start + k - 1 - at);
    similarities[at] = similarity;
    rows[at] = row;
  }

  private static boolean before(float known, long knownRow, float similarity, long row) {
    return known > similarity || known == similarity && knownRow < row;
  }

  /** What was found so far. */
  public Nearest found() {
    return found;
  }
}
