package org.facewright.leakage.search;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.facewright.vector.Kernels;
import org.facewright.vector.RowFile;

/** Rows of a file at length 1. Stateless. */
final class UnitRows {
  private static final int SHARE = 256;

  private UnitRows() {}

  /**
   * Reads rows and brings each to length 1.
   *
   * @param target receives [count][columns]
   * @throws GalleryException if a row is zero or not finite: the first such row is named
   */
  static void read(RowFile file, long first, int count, float[] target) throws GalleryException {
    int columns = file.columns();
    AtomicLong bad = new AtomicLong(Long.MAX_VALUE);
    IntStream.range(0, Math.ceilDiv(count, SHARE))
        .parallel()
        .forEach(
            share -> {
              int from = share * SHARE;
              int end = Math.min(count, from + SHARE);
              file.copy(first + from, end - from, target, from * columns);
              for (int row = from; row < end; row++) {
                if (!Kernels.normalise(target, row * columns, columns)) {
                  bad.accumulateAndGet(first + row, Math::min);
                }
              }
            });
    if (bad.get() != Long.MAX_VALUE) {
      file.copy(bad.get(), 1, target, 0);
      boolean zero = Kernels.norm(target, 0, columns) == 0;
      throw GalleryException.badRow(file.place().file(), bad.get(), zero);
    }
  }
}
