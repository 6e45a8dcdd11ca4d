package org.facewright.network.weights;

import org.facewright.network.Dims;

/** Numbers in C order with their shape; the array is shared, not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record Tensor(Dims dims, float[] values) {
  public Tensor {
    if (dims.elements() != values.length) {
      throw new IllegalArgumentException(values.length + " numbers for a tensor of " + dims);
    }
  }

  public static Tensor zeros(Dims dims) {
    return new Tensor(dims, new float[Math.toIntExact(dims.elements())]);
  }

  /** A copy that shares nothing. */
  public Tensor copy() {
    return new Tensor(dims, values.clone());
  }
}
