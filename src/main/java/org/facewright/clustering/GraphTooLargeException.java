package org.facewright.clustering;

/** The similarities of a project do not fit into the memory that Java was given. */
public final class GraphTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final long MIB = 1 << 20;

  private final long needed;

  GraphTooLargeException(long needed, long available) {
    super(
        "Comparing all images within their identities needs %,d MiB of memory and %,d MiB may be used: "
                .formatted(needed / MIB + 1, available / MIB)
            + "give Java more (-Xmx), or clean the project in parts.");
    this.needed = needed;
  }

  /** Bytes that the similarities would take. */
  public long needed() {
    return needed;
  }
}
