package org.facewright.vector;

/** The inner loops behind {@link Kernels}: a scalar reference and its SIMD twin. */
sealed interface KernelSet permits ScalarKernels, SimdKernels {
  /** Sum of products of {@code length} values. */
  float dot(float[] a, int aStart, float[] b, int bStart, int length);

  /**
   * All products of two blocks of rows.
   *
   * @param a rows of {@code columns} values, {@code aRows} of them from row {@code aFirst}
   * @param b as {@code a}
   * @param target receives {@code aRows} rows of {@code bRows} products
   */
  void products(
      float[] a,
      int aFirst,
      int aRows,
      float[] b,
      int bFirst,
      int bRows,
      int columns,
      float[] target);

  /** Products of all pairs of rows, packed as {@link Kernels#pairs} says. */
  void pairs(float[] rows, int first, int count, int columns, float[] target);

  /** As {@link Kernels#exactDot}. */
  float exactDot(float[] a, int aStart, float[] b, int bStart, int length);

  /** As {@link Kernels#exactDots}. */
  void exactDots(
      float[] a, int aStart, float[] b, int bStart, int step, int count, int length, float[] to);

  /** As {@link Kernels#maxima}. */
  void maxima(float[] a, int aFirst, int aRows, float[] panel, int columns, float[] best);

  /** As {@link Kernels#atLeast}. */
  long atLeast(short[] values, int start, int count, short least);

  /** As {@link Kernels#transpose}. */
  void transpose(long[] square);
}
