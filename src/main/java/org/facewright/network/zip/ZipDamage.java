package org.facewright.network.zip;

/** A zip file, or one entry of it, that contradicts itself. */
public final class ZipDamage extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param reason a clause without a full stop
   */
  public ZipDamage(long offset, String reason) {
    super(reason);
    this.offset = offset;
  }

  /** Byte offset in the zip file. */
  public long offset() {
    return offset;
  }

  /** The reason given; never null, unlike {@link #getMessage()} in general. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
