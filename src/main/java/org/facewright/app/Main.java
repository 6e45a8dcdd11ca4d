package org.facewright.app;

import java.util.List;
import java.util.Optional;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.start();
    UnpackedLibraries.of(Installation.here()).use();
    Optional<WindowStart> window = WindowStart.asked(List.of(args));
    System.exit(window.isPresent() ? shown(window.get()) : CommandTree.create().execute(args));
  }

  @SuppressWarnings("SystemOut") // There is no command line yet that would say it.
  private static int shown(WindowStart window) {
    try {
      window.run();
      return ExitCodes.DONE;
    } catch (RuntimeException e) {
      Trouble trouble = new Trouble(e);
      System.err.println(trouble.sentence());
      if (!trouble.expected()) {
        e.printStackTrace();
      }
      return ExitCodes.FAILED;
    }
  }
}
