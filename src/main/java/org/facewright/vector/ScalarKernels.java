package org.facewright.vector;

/** The reference: what the loops mean, written to be read. Stateless. */
final class ScalarKernels implements KernelSet {
  @Override
  public float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum = Math.fma(a[aStart + i], b[bStart + i], sum);
    }
    return sum;
  }

  @Override
  public void products(
      float[] a,
      int aFirst,
      int aRows,
      float[] b,
      int bFirst,
      int bRows,
      int columns,
      float[] target) {
    for (int i = 0; i < aRows; i++) {
      for (int j = 0; j < bRows; j++) {
        target[i * bRows + j] = dot(a, (aFirst + i) * columns, b, (bFirst + j) * columns, columns);
      }
    }
  }

  @Override
  public void pairs(float[] rows, int first, int count, int columns, float[] target) {
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        target[next++] = dot(rows, (first + i) * columns, rows, (first + j) * columns, columns);
      }
    }
  }
}
