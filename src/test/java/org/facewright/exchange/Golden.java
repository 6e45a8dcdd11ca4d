package org.facewright.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The golden files beside the project; tests skip where they are missing. */
public final class Golden {
  private Golden() {}

  /** A folder of golden files, or a skipped test. */
  public static Path folder(String name) {
    Path folder = Path.of("../shared/golden", name);
    assumeTrue(Files.isDirectory(folder), "needs " + folder);
    return folder;
  }
}
