package org.facewright.inference.nearest;

/**
 * How far products of unit rows may be off (Higham, "Accuracy and Stability of Numerical
 * Algorithms", 3.1): the sum of the sizes of all terms is at most 1 by Cauchy and Schwarz.
 */
final class Bounds {
  /** Half a unit in the last place of 1 in 16-bit brain floats, which have 8 significant bits. */
  static final float HALF = 0x1p-8f;

  private Bounds() {}

  /** Two sums in 32 bits, each of {@code dim} roundings; rows of length 1 up to rounding. */
  static float float32(int dim) {
    return (dim + 8) * 0x1p-23f;
  }

  /** Both factors are rounded to 16 bits, the products summed in 32. */
  static float bfloat16(int dim) {
    return 2 * HALF + HALF * HALF + 2 * float32(dim);
  }
}
