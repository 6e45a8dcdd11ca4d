package org.facewright.vector;

/**
 * Dot products, norms and blocks of similarities of float rows: the one door to the SIMD code.
 *
 * <p>Shapes: a matrix is one array, row by row, {@code [rows][columns]}. Nothing here allocates
 * more than a few words, keeps state or starts a thread: safe from any number of threads as long as
 * they write to different targets.
 *
 * <p>The Vector API does the work where its module is there ({@code --add-modules
 * jdk.incubator.vector}); {@code -Dfacewright.kernels=scalar} picks the reference instead. Both
 * agree up to rounding.
 */
public final class Kernels {
  private static final KernelSet CHOSEN = choose();

  /** Rows of a panel of {@link #pack}. */
  public static final int PANEL = 64;

  /** Running sums of {@link #exactDot}. */
  static final int EXACT_SUMS = 16;

  private Kernels() {}

  private static KernelSet choose() {
    boolean scalar = "scalar".equals(System.getProperty("facewright.kernels"));
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return scalar || !there ? new ScalarKernels() : new SimdKernels();
  }

  /** True if the Vector API does the work. */
  public static boolean simd() {
    return CHOSEN instanceof SimdKernels;
  }

  /** Dot product of {@code length} values from each array. */
  public static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    return CHOSEN.dot(a, aStart, b, bStart, length);
  }

  /**
   * Cosine of the angle between two rows of equal length, 0 if either has no length.
   *
   * @return -1..1
   */
  public static float cosine(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("rows of " + a.length + " and " + b.length + " values");
    }
    double norms = norm(a, 0, a.length) * norm(b, 0, b.length);
    return norms == 0 ? 0 : (float) Math.clamp(dot(a, 0, b, 0, a.length) / norms, -1, 1);
  }

  /** Euclidean length of a row, summed in double so that no float range is too large or small. */
  public static double norm(float[] values, int start, int length) {
    double sum = 0;
    for (int i = start; i < start + length; i++) {
      sum += (double) values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  /**
   * Scales a row to length 1 in place. A row of zeros, or one holding NaN or an infinity, has no
   * direction: it becomes zeros.
   *
   * @return false if the row has no direction
   */
  public static boolean normalise(float[] values, int start, int length) {
    double norm = norm(values, start, length);
    if (norm == 0 || !Double.isFinite(norm)) {
      java.util.Arrays.fill(values, start, start + length, 0);
      return false;
    }
    float scale = (float) norm;
    if (scale == 0 || Float.isInfinite(scale)) {
      scaleInDouble(values, start, length, norm);
      return true;
    }
    for (int i = start; i < start + length; i++) {
      values[i] /= scale;
    }
    return true;
  }

  private static void scaleInDouble(float[] values, int start, int length, double norm) {
    for (int i = start; i < start + length; i++) {
      values[i] = (float) (values[i] / norm);
    }
  }

  /** Place of the pair (i, j), i &lt; j, in the packed order of {@link #pairs}. */
  public static int pairIndex(int i, int j, int count) {
    return Math.toIntExact((long) i * (2L * count - i - 1) / 2 + j - i - 1);
  }

  /** Pairs of {@code count} rows: {@code count * (count - 1) / 2}. */
  public static long pairCount(int count) {
    return (long) count * (count - 1) / 2;
  }

  /**
   * Dot products of all pairs of rows (their cosines if the rows have length 1).
   *
   * @param rows [>= first + count][columns], of which {@code count} from row {@code first} are
   *     taken
   * @param target receives {@code count * (count - 1) / 2} values: (0,1), (0,2) .. (0,count-1),
   *     (1,2) .. : the upper triangle without its diagonal, row by row
   */
  public static void pairs(float[] rows, int first, int count, int columns, float[] target) {
    if (rows.length < (long) (first + count) * columns || target.length < pairCount(count)) {
      throw new IllegalArgumentException(
          "arrays of "
              + rows.length
              + " and "
              + target.length
              + " for the pairs of "
              + count
              + " x "
              + columns);
    }
    CHOSEN.pairs(rows, first, count, columns, target);
  }

  /**
   * Dot products of each row of one block with each row of another.
   *
   * @param a [>= aFirst + aRows][columns]
   * @param b [>= bFirst + bRows][columns]
   * @param target receives [aRows][bRows]
   */
  public static void products(
      float[] a,
      int aFirst,
      int aRows,
      float[] b,
      int bFirst,
      int bRows,
      int columns,
      float[] target) {
    if (a.length < (long) (aFirst + aRows) * columns
        || b.length < (long) (bFirst + bRows) * columns
        || target.length < (long) aRows * bRows) {
      throw new IllegalArgumentException("array too small for " + aRows + " x " + bRows);
    }
    CHOSEN.products(a, aFirst, aRows, b, bFirst, bRows, columns, target);
  }

  /**
   * Dot product in one fixed order of summation, so that every machine and both kernel sets give
   * the same bits: sixteen running sums (value i goes to sum i mod 16, by fused multiply-add), then
   * sum i + sum i+8, then +4, +2, +1.
   */
  public static float exactDot(float[] a, int aStart, float[] b, int bStart, int length) {
    return CHOSEN.exactDot(a, aStart, b, bStart, length);
  }

  /**
   * {@link #exactDot} of one row with several.
   *
   * @param step from the start of one row of {@code b} to the start of the next
   * @param count rows of {@code b}, 1 or more
   * @param to receives {@code count} products
   */
  public static void exactDots(
      float[] a, int aStart, float[] b, int bStart, int step, int count, int length, float[] to) {
    CHOSEN.exactDots(a, aStart, b, bStart, step, count, length, to);
  }

  /**
   * Turns up to 64 rows on their side for {@link #maxima}.
   *
   * @param panel receives [columns][64]; places of rows that are not there become zeros
   */
  public static void pack(float[] rows, int first, int count, int columns, float[] panel) {
    for (int j = 0; j < PANEL; j++) {
      int start = (first + j) * columns;
      for (int k = 0; k < columns; k++) {
        panel[k * PANEL + j] = j < count ? rows[start + k] : 0;
      }
    }
  }

  /**
   * Raises {@code best} to the products of rows with the 64 rows of a panel.
   *
   * @param a [>= aFirst + aRows][columns]
   * @param panel of {@link #pack}
   * @param best [>= aFirst + aRows][64], of which the rows from {@code aFirst} are raised
   */
  public static void maxima(
      float[] a, int aFirst, int aRows, float[] panel, int columns, float[] best) {
    if (a.length < (long) (aFirst + aRows) * columns
        || panel.length < (long) PANEL * columns
        || best.length < (long) (aFirst + aRows) * PANEL) {
      throw new IllegalArgumentException("array too small for " + aRows + " x " + PANEL);
    }
    if (aRows > 0) {
      CHOSEN.maxima(a, aFirst, aRows, panel, columns, best);
    }
  }

  /**
   * Which of up to 64 values reach a bound.
   *
   * @param count 0..64
   * @return bit i is set if {@code values[start + i] >= least}
   */
  public static long atLeast(short[] values, int start, int count, short least) {
    if (start < 0 || count < 0 || count > Long.SIZE || start + count > values.length) {
      throw new IllegalArgumentException(count + " values from " + start + " of " + values.length);
    }
    return CHOSEN.atLeast(values, start, count, least);
  }

  /** Turns 64 x 64 bits about their diagonal: bit j of word i becomes bit i of word j. */
  public static void transpose(long[] square) {
    if (square.length != Long.SIZE) {
      throw new IllegalArgumentException(square.length + " words, not 64");
    }
    CHOSEN.transpose(square);
  }
}
