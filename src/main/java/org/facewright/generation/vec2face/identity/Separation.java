package org.facewright.generation.vec2face.identity;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.nearest.Screen;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * Greedy separation: vectors of a source in their order, each kept if its cosine to every one kept
 * before is at most the threshold. The result is exact and depends on the source and the threshold
 * only. One thread; the comparisons use all processors.
 *
 * @param threshold 0.3 as published
 * @param tries candidates at most, so that an impossible wish ends
 * @param stopping asked before each block of candidates
 * @param progress hears how many are kept
 */
public record Separation(
    double threshold, long tries, BooleanSupplier stopping, LongConsumer progress) {
  private static final int BLOCK = 1024;

  /** Takes rows that are kept, as they were drawn. */
  @FunctionalInterface
  public interface Sink {
    void take(float[] row) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param candidates that were looked at
   */
  public record Outcome(long kept, long candidates) {}

  /**
   * Draws until enough are kept or all tries are done.
   *
   * @throws CancellationException when {@code stopping} said so
   */
  public Outcome draw(VectorSource source, long count, Screen screen, Sink sink)
      throws Vec2FaceException, IOException {
    KeptRows kept = new KeptRows(screen);
    long found = 0;
    long looked = 0;
    while (found < count && looked < tries) {
      if (stopping.getAsBoolean()) {
        throw new CancellationException("cancelled");
      }
      int size = (int) Math.min(BLOCK, tries - looked);
      FloatMatrix drawn = source.rows(looked, size);
      FloatMatrix unit = unit(drawn);
      boolean[] out = kept.near(unit, threshold);
      dropWithin(unit, out);
      int dim = unit.columns();
      float[] fresh = new float[size * dim];
      int taken = 0;
      int row = 0;
      for (; row < size && found < count; row++) {
        if (!out[row]) {
          System.arraycopy(unit.values(), row * dim, fresh, taken++ * dim, dim);
          sink.take(drawn.row(row));
          found++;
        }
      }
      kept.keep(new FloatMatrix(size, dim, fresh), taken);
      looked += row;
      progress.accept(found);
    }
    return new Outcome(found, looked);
  }

  /** Rows of a block that are near an earlier one of the block that stays. */
  private void dropWithin(FloatMatrix unit, boolean[] out) {
    int rows = unit.rows();
    float[] pairs = new float[Math.toIntExact(Kernels.pairCount(rows))];
    Kernels.pairs(unit.values(), 0, rows, unit.columns(), pairs);
    for (int row = 0; row < rows; row++) {
      for (int other = row + 1; other < rows && !out[row]; other++) {
        if (pairs[Kernels.pairIndex(row, other, rows)] > threshold) {
          out[other] = true;
        }
      }
    }
  }

  /** Copies of length 1; a row of zeros stays one and is near nobody. */
  static FloatMatrix unit(FloatMatrix rows) {
    float[] values = rows.values().clone();
    for (int row = 0; row < rows.rows(); row++) {
      Kernels.normalise(values, row * rows.columns(), rows.columns());
    }
    return new FloatMatrix(rows.rows(), rows.columns(), values);
  }
}
