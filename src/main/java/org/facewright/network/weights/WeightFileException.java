package org.facewright.network.weights;

import java.io.IOException;

/** A weight file that cannot be what it claims to be: broken, cut off, or of an unknown kind. */
public final class WeightFileException extends IOException {
  public WeightFileException(String message) {
    super(message);
  }
}
