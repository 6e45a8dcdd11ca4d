package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the libraries say: warnings on standard error, the rest nowhere, unless asked. */
final class Logging {
  // Loggers are kept: the log manager holds them weakly, and a level goes with its logger.
  private static final Logger ROOT = Logger.getLogger("");

  /** DJL warns that there is no graphics card; what answers is chosen, and said, elsewhere. */
  private static final Logger DJL = Logger.getLogger("ai.djl");

  /**
   * Flyway warns that this H2 is younger than the one it was tested with; FACTS and our tests know.
   */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Logging() {}

  /** Where logs and crash reports lie. */
  static Path folder(Path data) {
    return data.resolve("logs");
  }

  /** What was noted lately; older files have higher numbers. */
  static Path file(Path data) {
    return folder(data).resolve("facewright-0.log");
  }

  /** Keeps what is worth knowing in three files of a megabyte. */
  static void keep(Path data) {
    try {
      Files.createDirectories(folder(data));
      FileHandler file =
          new FileHandler(folder(data).resolve("facewright-%g.log").toString(), 1 << 20, 3, true);
      file.setEncoding("UTF-8");
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      ROOT.addHandler(file);
      if (ROOT.getLevel().intValue() > Level.INFO.intValue()) {
        ROOT.setLevel(Level.INFO);
      }
    } catch (IOException e) {
      ROOT.log(Level.WARNING, "no log is kept", e);
    }
  }

  static void start() {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %4$s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    java.util.logging.ConsoleHandler console = new java.util.logging.ConsoleHandler();
    Level level = System.getenv("FACEWRIGHT_LOG") == null ? Level.WARNING : Level.FINE;
    console.setLevel(level);
    ROOT.setLevel(level);
    ROOT.addHandler(console);
    DJL.setLevel(Level.SEVERE);
    FLYWAY.setLevel(Level.SEVERE);
  }
}
