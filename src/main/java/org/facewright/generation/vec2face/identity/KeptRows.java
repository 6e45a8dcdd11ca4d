package org.facewright.generation.vec2face.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.nearest.Screen;
import org.facewright.inference.nearest.ScreenException;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * Rows of length 1 in the order in which they were kept, and the exact comparison with them: a
 * screen finds where to look. One thread.
 */
final class KeptRows {
  private final Screen screen;
  private final List<FloatMatrix> blocks = new ArrayList<>();

  KeptRows(Screen screen) {
    this.screen = screen;
  }

  void keep(FloatMatrix unit, int count) throws Vec2FaceException {
    if (count == 0) {
      return;
    }
    float[] rows = java.util.Arrays.copyOf(unit.values(), count * unit.columns());
    FloatMatrix block = new FloatMatrix(count, unit.columns(), rows);
    blocks.add(block);
    try {
      screen.keep(block, count);
    } catch (ScreenException e) {
      throw failed(e);
    }
  }

  /** Which rows have a cosine above the threshold to a kept one; exact in 32 bits. */
  boolean[] near(FloatMatrix unit, double threshold) throws Vec2FaceException {
    float[] nearest = nearest(unit);
    boolean[] near = new boolean[unit.rows()];
    IntStream.range(0, near.length)
        .parallel()
        .forEach(
            row -> {
              boolean sure = Math.abs(nearest[row] - threshold) > screen.margin();
              near[row] = sure ? nearest[row] > threshold : anyAbove(unit, row, threshold);
            });
    return near;
  }

  private float[] nearest(FloatMatrix unit) throws Vec2FaceException {
    try {
      return screen.nearest(unit);
    } catch (ScreenException e) {
      throw failed(e);
    }
  }

  private static Vec2FaceException failed(ScreenException e) {
    return new Vec2FaceException(String.valueOf(e.getMessage()), e, e.outOfMemory());
  }

  private boolean anyAbove(FloatMatrix unit, int row, double threshold) {
    int dim = unit.columns();
    for (FloatMatrix block : blocks) {
      for (int other = 0; other < block.rows(); other++) {
        if (Kernels.dot(unit.values(), row * dim, block.values(), other * dim, dim) > threshold) {
          return true;
        }
      }
    }
    return false;
  }
}
