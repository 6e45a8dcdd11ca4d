package org.facewright.exchange.lmdb;

/** The numbers below a bound in the order of their decimal digits: 0, 1, 10, 100, ..., 11, ... */
final class DecimalOrder {
  private final long bound;
  private long next;

  DecimalOrder(long bound) {
    this.bound = bound;
  }

  /** The next number, or -1 after the last. */
  long next() {
    if (next < 0 || next >= bound) {
      return -1;
    }
    long number = next;
    next = after(number);
    return number;
  }

  private long after(long number) {
    if (number == 0) {
      return bound > 1 ? 1 : -1;
    }
    if (number * 10 < bound) {
      return number * 10;
    }
    long up = number;
    while (up % 10 == 9 || up + 1 >= bound) {
      up /= 10;
      if (up == 0) {
        return -1;
      }
    }
    return up + 1;
  }
}
