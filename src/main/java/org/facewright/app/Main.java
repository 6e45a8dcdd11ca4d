package org.facewright.app;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.start();
    UnpackedLibraries.of(Installation.here()).use();
    System.exit(CommandTree.create().execute(args));
  }
}
