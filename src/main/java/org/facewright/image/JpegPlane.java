package org.facewright.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.facewright.vector.JpegKernels;

/** One colour component of a JPEG in the making. One thread. */
final class JpegPlane {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SIDE = 8;
  private static final int COEFFICIENTS = SIDE * SIDE;
  private static final int GROUP = JpegKernels.GROUP;

  /** Where the coefficients, diagonal by diagonal (ITU T.81, figure 5), lie in a group. */
  private static final int[] PLACES = diagonals();

  private final int[] pairs = new int[2 * SIDE * GROUP];
  private int[] steps = {};
  private int[] blocks = {};
  private byte[] samples = {};
  private int used;
  private int blocksAcross;

  private static int[] diagonals() {
    int[] places = new int[COEFFICIENTS];
    int next = 0;
    for (int sum = 0; sum < 2 * SIDE - 1; sum++) {
      for (int i = Math.max(0, sum - SIDE + 1); i <= Math.min(sum, SIDE - 1); i++) {
        int row = sum % 2 == 0 ? sum - i : i;
        places[next++] = (row * SIDE + sum - row) * GROUP;
      }
    }
    return places;
  }

  /**
   * Makes room for a picture's component; memory of the picture before is used again.
   *
   * @param steps of quantisation, along the diagonals
   * @param across blocks of a row
   * @param down blocks of a column
   * @param band rows of blocks that are transformed together
   */
  void reset(int[] steps, int across, int down, int band) {
    this.steps = steps;
    blocksAcross = across;
    used = Math.ceilDiv(across * band, GROUP) * GROUP * COEFFICIENTS;
    if (blocks.length < used) {
      blocks = new int[used];
    }
    int room = across * down * COEFFICIENTS + JpegKernels.SPARE;
    if (samples.length < room) {
      samples = new byte[room];
    }
  }

  int[] steps() {
    return steps;
  }

  /** Where coefficient k lies from {@link #place} on. */
  int[] places() {
    return PLACES;
  }

  /** Coefficients of the band, group after group. */
  int[] blocks() {
    return blocks;
  }

  /** Where a block of the band begins. */
  int place(int block) {
    return block / GROUP * GROUP * COEFFICIENTS + block % GROUP;
  }

  int blocksAcross() {
    return blocksAcross;
  }

  /** Samples of a row. */
  int width() {
    return blocksAcross * SIDE;
  }

  byte[] samples() {
    return samples;
  }

  void clearBand() {
    Arrays.fill(blocks, 0, used, 0);
  }

  /** Turns the coefficients of the band into samples. */
  void finishBand(int firstRow, int rows) {
    int count = rows * blocksAcross;
    for (int first = 0; first < count; first += GROUP) {
      JpegKernels.inverseTransform(blocks, place(first), pairs);
      for (int i = 0; i < Math.min(GROUP, count - first); i++) {
        int block = first + i;
        int row = firstRow + block / blocksAcross;
        put(i, row * SIDE * width() + block % blocksAcross * SIDE);
      }
    }
  }

  private void put(int block, int at) {
    int to = at;
    for (int y = 0; y < SIDE; y++) {
      long low = pairs[2 * y * GROUP + block] & 0xffff_ffffL;
      long high = pairs[(2 * y + 1) * GROUP + block];
      LONGS.set(samples, to, high << 32 | low);
      to += width();
    }
  }
}
