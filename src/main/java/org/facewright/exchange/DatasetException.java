package org.facewright.exchange;

/** A whole source or target that cannot be used. The message is one plain sentence. */
public final class DatasetException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;
  private final String reason;
  private final String wayOut;

  /**
   * @param file the file or folder, as the user knows it
   * @param offset byte offset in it, or -1 where that means nothing
   * @param reason what is wrong, a clause without a full stop
   * @param wayOut what the user can do, likewise
   */
  public DatasetException(String file, long offset, String reason, String wayOut) {
    super(
        file + (offset < 0 ? "" : " (byte " + offset + ")") + ": " + reason + "; " + wayOut + ".");
    this.file = file;
    this.offset = offset;
    this.reason = reason;
    this.wayOut = wayOut;
  }

  /** The same, with what led to it. */
  public DatasetException(String file, long offset, String reason, String wayOut, Throwable cause) {
    this(file, offset, reason, wayOut);
    initCause(cause);
  }

  public String file() {
    return file;
  }

  public long offset() {
    return offset;
  }

  public String reason() {
    return reason;
  }

  public String wayOut() {
    return wayOut;
  }
}
