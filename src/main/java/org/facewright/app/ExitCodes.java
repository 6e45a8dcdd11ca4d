package org.facewright.app;

/** What the process says to a script. 2 is picocli's own: the command line cannot be understood. */
final class ExitCodes {
  static final int DONE = 0;
  static final int FAILED = 1;

  /** Everything ran, but some items could not be used, and {@code --strict} was asked for. */
  static final int WITH_FAILURES = 3;

  /** Stopped by the user before the end; the same command goes on. */
  static final int STOPPED = 130;

  private ExitCodes() {}
}
