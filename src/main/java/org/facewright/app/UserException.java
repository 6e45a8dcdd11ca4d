package org.facewright.app;

/**
 * Something the user can mend; the message is the whole story and is shown without a stack trace.
 */
final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }

  UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
