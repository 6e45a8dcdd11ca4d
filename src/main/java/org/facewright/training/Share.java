package org.facewright.training;

import java.util.List;
import java.util.stream.IntStream;

/** The pictures of a batch that one replica takes: those numbered from (included) to (excluded). */
record Share(int from, int to) {
  /** Batch norm needs two pictures to have a variance. */
  private static final int FEWEST = 2;

  /**
   * Cuts a batch into contiguous shares whose sizes differ by one at most. Where there would be
   * less than two pictures a share, there are fewer shares.
   */
  static List<Share> cut(int batch, int replicas) {
    int count = Math.clamp(batch / FEWEST, 1, replicas);
    return IntStream.range(0, count)
        .mapToObj(i -> new Share(batch * i / count, batch * (i + 1) / count))
        .toList();
  }

  int size() {
    return to - from;
  }
}
