package org.facewright.inference.torch;

/** PyTorch refused: a broken module, shapes that do not fit, or not enough memory. */
public final class TorchException extends Exception {
  public TorchException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether memory ran out, so that a smaller batch may work. */
  public boolean outOfMemory() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      String text = String.valueOf(cause.getMessage());
      if (text.contains("not enough memory") || text.contains("out of memory")) {
        return true;
      }
    }
    return false;
  }
}
