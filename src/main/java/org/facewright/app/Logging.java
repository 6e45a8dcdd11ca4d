package org.facewright.app;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What the libraries say: warnings on standard error, the rest nowhere, unless asked. */
final class Logging {
  /** Kept, because the log manager holds its loggers weakly. */
  private static final Logger ROOT = Logger.getLogger("");

  private Logging() {}

  static void start() {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %4$s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    java.util.logging.ConsoleHandler console = new java.util.logging.ConsoleHandler();
    Level level = System.getenv("FACEWRIGHT_LOG") == null ? Level.WARNING : Level.FINE;
    console.setLevel(level);
    ROOT.setLevel(level);
    ROOT.addHandler(console);
    // DJL warns that there is no graphics card; what answers is chosen, and said, elsewhere.
    Logger.getLogger("ai.djl").setLevel(Level.SEVERE);
    // Flyway warns that this H2 is younger than the one it was tested with; FACTS and tests know.
    Logger.getLogger("org.flywaydb").setLevel(Level.SEVERE);
  }
}
