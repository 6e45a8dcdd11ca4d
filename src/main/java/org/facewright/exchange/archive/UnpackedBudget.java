package org.facewright.exchange.archive;

/**
 * Counts what an archive unpacks to. Pictures hardly shrink, so an archive that grows a hundredfold
 * is a bomb and not a dataset.
 */
final class UnpackedBudget {
  private static final long RATIO = 100;
  private static final long SLACK = 64L << 20;

  private long unpacked;

  void add(long bytes) {
    unpacked += bytes;
  }

  /** Whether more came out than {@code packed} bytes of archive explain. */
  boolean exceeds(long packed) {
    return unpacked > packed * RATIO + SLACK;
  }
}
