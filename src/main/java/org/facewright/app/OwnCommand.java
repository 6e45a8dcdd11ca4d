package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that starts this program once more, as a worker: the same Java, the same
 * archives, the same folder.
 *
 * @param program the folder that holds {@code models/} and {@code assets/}
 */
record OwnCommand(Path program) {
  /** Classes as they were loaded and linked when the package was made; a checkout has none. */
  private static final String PREPARED = "facewright.aot";

  /** Up to the command; to be continued by the caller. */
  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--add-modules=jdk.incubator.vector");
    line.add("--enable-native-access=ALL-UNNAMED");
    // Prepared classes fit only a process with objects of the same layout.
    line.add("-XX:+UseCompactObjectHeaders");
    Path prepared = program.toAbsolutePath().resolve(PREPARED);
    if (Files.exists(prepared)) {
      line.add("-XX:AOTCache=" + prepared);
    }
    line.add("-Dfacewright.home=" + program.toAbsolutePath());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(Main.class.getName());
    return line;
  }
}
