package org.facewright.inference.torch;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PyTorch refused: a broken module, shapes that do not fit, or not enough memory. */
public final class TorchException extends Exception {
  public TorchException(String message, @Nullable Throwable cause) {
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

  /** The telling lines of a native message, which can run to thousands. */
  static String gist(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    int cause = text.lastIndexOf("Error: ");
    return text.substring(Math.max(0, cause))
        .lines()
        .filter(line -> !line.isBlank())
        .limit(3)
        .collect(Collectors.joining(" "));
  }
}
