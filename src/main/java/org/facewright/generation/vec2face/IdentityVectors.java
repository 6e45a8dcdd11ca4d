package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;
import org.facewright.vector.Npy;

/** Identity vectors, proven fit for a generator. Stateless. */
public final class IdentityVectors {
  private IdentityVectors() {}

  /**
   * Reads the rows of a .npy file.
   *
   * @param dim numbers a row must have
   * @throws Vec2FaceException naming the row that is wrong
   */
  public static FloatMatrix read(Path file, int dim) throws Vec2FaceException, IOException {
    FloatMatrix rows = Npy.matrix(file);
    require(rows, dim, file.toString());
    return rows;
  }

  /**
   * Refuses vectors of another length, with numbers that are none, or without a direction.
   *
   * @param name of the source, for the message
   */
  public static void require(FloatMatrix rows, int dim, String name) throws Vec2FaceException {
    if (rows.columns() != dim) {
      throw new Vec2FaceException(
          name
              + " has vectors of "
              + rows.columns()
              + " numbers, but the generator takes "
              + dim
              + ".");
    }
    for (int row = 0; row < rows.rows(); row++) {
      double norm = Kernels.norm(rows.values(), row * dim, dim);
      if (Double.isNaN(norm) || Double.isInfinite(norm)) {
        throw new Vec2FaceException(
            "Row " + row + " of " + name + " holds a number that is none (NaN or infinite).");
      }
      if (norm == 0) {
        throw new Vec2FaceException("Row " + row + " of " + name + " is all zeros: no identity.");
      }
    }
  }

  /** The rows scaled to a length. */
  public static FloatMatrix scaled(FloatMatrix rows, double length) {
    float[] values = rows.values().clone();
    for (int row = 0; row < rows.rows(); row++) {
      int start = row * rows.columns();
      double norm = Kernels.norm(values, start, rows.columns());
      for (int i = start; i < start + rows.columns() && norm > 0; i++) {
        values[i] = (float) (values[i] * length / norm);
      }
    }
    return new FloatMatrix(rows.rows(), rows.columns(), values);
  }
}
