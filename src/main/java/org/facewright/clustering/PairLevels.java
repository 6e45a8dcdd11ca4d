package org.facewright.clustering;

import org.facewright.vector.Kernels;

/** Levels of all pairs of one identity's rows, computed in strips so that scratch stays small. */
final class PairLevels {
  private static final int STRIP = 64;

  private final float[] rows;
  private final int size;
  private final int dimension;
  private final boolean[] none;

  /**
   * @param rows [size][dimension], of length 1 or 0
   * @param none rows without an embedding
   */
  PairLevels(float[] rows, int size, int dimension, boolean[] none) {
    this.rows = rows;
    this.size = size;
    this.dimension = dimension;
    this.none = none;
  }

  /** Writes the levels in the order of {@link Kernels#pairs} from {@code start}. */
  void write(short[] levels, int start) {
    int height = Math.min(STRIP, size);
    float[] within = new float[(int) Kernels.pairCount(height)];
    float[] beyond = new float[height * Math.max(0, size - height)];
    int at = start;
    for (int strip = 0; strip < size; strip += STRIP) {
      int tall = Math.min(STRIP, size - strip);
      int next = strip + tall;
      Kernels.pairs(rows, strip, tall, dimension, within);
      Kernels.products(rows, strip, tall, rows, next, size - next, dimension, beyond);
      at = write(strip, tall, within, beyond, levels, at);
    }
  }

  private int write(
      int strip, int tall, float[] within, float[] beyond, short[] levels, int start) {
    int rest = size - strip - tall;
    int at = start;
    int pair = 0;
    for (int i = 0; i < tall; i++) {
      for (int j = i + 1; j < tall; j++) {
        levels[at++] = level(strip + i, strip + j, within[pair++]);
      }
      for (int j = 0; j < rest; j++) {
        levels[at++] = level(strip + i, strip + tall + j, beyond[i * rest + j]);
      }
    }
    return at;
  }

  private short level(int i, int j, float similarity) {
    return none[i] || none[j] ? Levels.NONE : Levels.of(similarity);
  }
}
