package org.facewright.leakage.search;

import java.nio.file.Path;

/** A gallery cannot be compared with; the message names file and row and says the way out. */
public final class GalleryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, for callers that act on it. */
  public enum Reason {
    /** A row of zeros, or one with a number that is not finite. */
    BAD_ROW,
    /** Rows of another length, or of another recogniser. */
    OTHER_MODEL,
    /** No rows at all. */
    EMPTY,
    /** Not there, cut off, or no file of rows. */
    UNREADABLE
  }

  private final Reason reason;

  public GalleryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public GalleryException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static GalleryException badRow(Path file, long row, boolean zero) {
    return new GalleryException(
        Reason.BAD_ROW,
        "%s: row %,d (from 0) %s and has no direction to compare; take it out or embed it again."
            .formatted(file, row, zero ? "is all zeros" : "holds a number that is not finite"));
  }
}
