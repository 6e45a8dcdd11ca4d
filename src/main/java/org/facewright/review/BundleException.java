package org.facewright.review;

import java.io.IOException;

/** A file is no review bundle, or a harmful one. Nothing of it was taken over. */
public final class BundleException extends IOException {
  private static final long serialVersionUID = 1L;

  BundleException(String message) {
    super(message);
  }

  BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
