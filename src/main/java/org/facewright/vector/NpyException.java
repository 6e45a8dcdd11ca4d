package org.facewright.vector;

import java.io.IOException;

/** A .npy file that is damaged, or of a kind that is not read. The message names the file. */
public final class NpyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public NpyException(String file, String reason) {
    super(file + ": " + reason);
    this.reason = reason;
  }

  /** What is wrong, a clause without the file's name. */
  public String reason() {
    return reason;
  }
}
