package org.facewright.inference.nearest;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/** Comparison by the Vector API, on all processors: needs nothing else. */
public final class KernelScreen implements Screen {
  private static final int QUERIES = 48;

  private final int dim;
  private float[] kept = {};
  private int count;

  /**
   * @param dim numbers a row
   */
  public KernelScreen(int dim) {
    this.dim = dim;
  }

  /** Each of two sums in different orders is off by at most dim roundings of 2^-24. */
  @Override
  public float margin() {
    return Bounds.float32(dim);
  }

  @Override
  public void keep(FloatMatrix unit, int added) {
    int room = Math.multiplyExact(count + added, dim);
    if (room > kept.length) {
      kept = Arrays.copyOf(kept, (int) Math.min(Integer.MAX_VALUE - 16L, room + room / 2L));
    }
    System.arraycopy(unit.values(), 0, kept, count * dim, added * dim);
    count += added;
  }

  @Override
  public float[] nearest(FloatMatrix unit) {
    float[] best = new float[unit.rows() * Kernels.PANEL];
    Arrays.fill(best, -1);
    raise(unit.values(), unit.rows(), kept, 0, count, best);
    float[] nearest = new float[unit.rows()];
    for (int row = 0; row < nearest.length; row++) {
      float most = -1;
      for (int j = row * Kernels.PANEL; j < (row + 1) * Kernels.PANEL; j++) {
        most = Math.max(most, best[j]);
      }
      nearest[row] = most;
    }
    return nearest;
  }

  @Override
  public Groups groups(float[] rows, int first, int size) {
    float[] best = new float[count * Kernels.PANEL];
    Arrays.fill(best, -2);
    raise(kept, count, rows, first, size, best);
    return new Groups(Kernels.PANEL, 1, Kernels.PANEL, best);
  }

  /** Panels of some rows lie in the cache while all others pass by. */
  private void raise(float[] a, int aRows, float[] b, int bFirst, int bRows, float[] best) {
    for (int from = 0; from < bRows; from += WINDOW) {
      int begin = from;
      int size = Math.min(WINDOW, bRows - from);
      float[][] panels = new float[Math.ceilDiv(size, Kernels.PANEL)][];
      IntStream.range(0, panels.length)
          .parallel()
          .forEach(p -> panels[p] = panel(b, bFirst + begin, size, p));
      IntStream.range(0, Math.ceilDiv(aRows, QUERIES))
          .parallel()
          .forEach(
              block -> {
                int row = block * QUERIES;
                for (float[] panel : panels) {
                  Kernels.maxima(a, row, Math.min(QUERIES, aRows - row), panel, dim, best);
                }
              });
    }
  }

  private float[] panel(float[] rows, int first, int count, int number) {
    float[] panel = new float[Kernels.PANEL * dim];
    int at = number * Kernels.PANEL;
    Kernels.pack(rows, first + at, Math.min(Kernels.PANEL, count - at), dim, panel);
    return panel;
  }

  @Override
  public void close() {
    kept = new float[0];
    count = 0;
  }
}
