package org.facewright.vector;

/**
 * A dense float matrix on the heap, row by row.
 *
 * <p>Immutable by convention: whoever hands over {@code values} no longer writes to it.
 *
 * @param rows 0 or more
 * @param columns 1 or more, 512 for most face embeddings
 * @param values {@code rows * columns} values, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Kernels read the array; a copy per call would cost.
public record FloatMatrix(int rows, int columns, float[] values) {
  public FloatMatrix {
    if (rows < 0 || columns < 1 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          values.length + " values for a matrix of " + rows + " x " + columns);
    }
  }

  /** A copy of one row. */
  public float[] row(int row) {
    float[] copy = new float[columns];
    System.arraycopy(values, row * columns, copy, 0, columns);
    return copy;
  }
}
