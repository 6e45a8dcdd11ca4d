package org.facewright.exchange.lmdb;

/** Something in an LMDB file, or in one value of it, that contradicts the format. */
final class LmdbDamage extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param reason a clause without a full stop
   */
  LmdbDamage(long offset, String reason) {
    super(reason);
    this.offset = offset;
  }

  long offset() {
    return offset;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
