package org.facewright.generation.vec2face.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/** Comparison by the Vector API, on all processors: needs nothing else. */
public final class KernelScreen implements Screen {
  private static final int QUERIES = 64;
  private static final int BASE = 256;

  private final List<FloatMatrix> kept = new ArrayList<>();

  /** Sums of 512 products in another order differ by less. */
  @Override
  public float margin() {
    return 1e-5f;
  }

  @Override
  public void keep(FloatMatrix unit, int count) {
    if (count > 0) {
      float[] rows = Arrays.copyOf(unit.values(), count * unit.columns());
      kept.add(new FloatMatrix(count, unit.columns(), rows));
    }
  }

  @Override
  public float[] nearest(FloatMatrix unit) {
    float[] best = new float[unit.rows()];
    Arrays.fill(best, -1);
    IntStream.range(0, Math.ceilDiv(unit.rows(), QUERIES))
        .parallel()
        .forEach(block -> search(unit, block * QUERIES, best));
    return best;
  }

  private void search(FloatMatrix unit, int first, float[] best) {
    int count = Math.min(QUERIES, unit.rows() - first);
    float[] products = new float[count * BASE];
    for (FloatMatrix rows : kept) {
      for (int from = 0; from < rows.rows(); from += BASE) {
        int width = Math.min(BASE, rows.rows() - from);
        Kernels.products(
            unit.values(), first, count, rows.values(), from, width, unit.columns(), products);
        for (int i = 0; i < count; i++) {
          float most = best[first + i];
          for (int j = i * width; j < (i + 1) * width; j++) {
            most = Math.max(most, products[j]);
          }
          best[first + i] = most;
        }
      }
    }
  }

  @Override
  public void close() {
    kept.clear();
  }
}
