package org.facewright.vector;

/**
 * The inner loops of a JPEG decoder, many blocks and pixels at a time on the Vector API.
 *
 * <p>The arithmetic is that of the Independent JPEG Group's decoder, release 6b (jidctint.c,
 * jdsample.c, jdcolor.c), in whole numbers: the same samples to the last bit. Stateless.
 */
public final class JpegKernels {
  /** How many places beyond its last value an array must have, since whole vectors are read. */
  public static final int SPARE = 18;

  /** Blocks that are transformed at once. */
  public static final int GROUP = 16;

  private JpegKernels() {}

  /** False where vectors are too short, or there are none; then nothing else here may be called. */
  public static boolean available() {
    return Kernels.simd() && SimdJpeg.wideEnough();
  }

  /**
   * Turns dequantised coefficients into samples.
   *
   * @param blocks from place {@code at} on [64][{@link #GROUP}]: coefficient (row by row within its
   *     block) by block; used up
   * @param pairs [16][{@link #GROUP}]: receives for each row of a block its first four samples and
   *     its last four, 0..255, the first in the lowest byte, by block
   */
  public static void inverseTransform(int[] blocks, int at, int[] pairs) {
    SimdJpeg.inverseTransform(blocks, at, pairs);
  }

  /**
   * One row of a colour plane of half width and height, brought to full width by weights 3 : 1 in
   * both directions.
   *
   * @param plane samples
   * @param near where the row begins that the wanted one lies in
   * @param far where the next row on the wanted one's other side begins
   * @param count values of each
   * @param sums for the work, {@code count +} {@link #SPARE} places
   * @param out receives {@code 2 * count} values; has {@link #SPARE} places more
   */
  public static void widenBoth(byte[] plane, int near, int far, int count, int[] sums, byte[] out) {
    SimdJpeg.sums(plane, near, far, count, sums);
    SimdJpeg.widen(sums, count, 8, 7, 4, out);
  }

  /** As {@link #widenBoth} for a plane of half width and full height. */
  public static void widen(byte[] plane, int at, int count, int[] sums, byte[] out) {
    for (int i = 0; i < count; i++) {
      sums[1 + i] = plane[at + i] & 0xff;
    }
    SimdJpeg.widen(sums, count, 1, 2, 2, out);
  }

  /**
   * Colours of a row of pixels.
   *
   * @param luma brightness, 0..255, with {@link #SPARE} places after the last
   * @param blue blue difference about 128, with as many
   * @param red red difference about 128, with as many
   * @param coloursAt where the row begins in both differences
   * @param planes receives red from {@code to} on, green {@code plane} places later, and blue
   */
  public static void colours(
      byte[] luma,
      int lumaAt,
      byte[] blue,
      byte[] red,
      int coloursAt,
      int count,
      byte[] planes,
      int to,
      int plane) {
    SimdJpeg.colours(luma, lumaAt, blue, red, coloursAt, count, planes, to, plane);
  }
}
