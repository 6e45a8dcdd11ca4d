package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that starts this program once more, as a worker: the same Java with the same
 * options, the same archives, the same folder.
 *
 * @param program the folder that holds {@code models/} and {@code assets/}
 * @param java the home of this Java
 * @param logs where Java leaves its own report should it die of native code
 */
record OwnCommand(Path program, Path java, Path logs) {
  /** Classes as they were loaded and linked when the package was made; a checkout has none. */
  private static final String PREPARED = "facewright.aot";

  /** From 32 GB on pointers have another size, for which prepared classes do not hold. */
  private static final long LARGE_HEAP = 29L << 30;

  static OwnCommand of(Installation installation) {
    return new OwnCommand(
        installation.program().toAbsolutePath(),
        Path.of(System.getProperty("java.home")),
        Logging.folder(installation.data()).toAbsolutePath());
  }

  /** Up to the command; to be continued by the caller. */
  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(java.resolve("bin").resolve("java").toString());
    line.addAll(packed() ? packedOptions() : checkoutOptions());
    line.add("-XX:+UseCompactObjectHeaders");
    // Not hs_err: that a worker died is told by its job, at once.
    line.add("-XX:ErrorFile=" + logs.resolve("worker_err_pid%p.log"));
    line.add("-Dfile.encoding=UTF-8");
    line.add("-Dfacewright.home=" + program);
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(Main.class.getName());
    return line;
  }

  /**
   * A package has its own Java beside its archives, in which all modules are found by themselves.
   */
  private boolean packed() {
    return java.equals(program.resolveSibling("runtime"));
  }

  /** As in installers/linux/facewright: prepared classes fit only a process started alike. */
  private List<String> packedOptions() {
    List<String> options = new ArrayList<>();
    options.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
    if (Runtime.getRuntime().maxMemory() > LARGE_HEAP) {
      options.add("-Xmx30g");
    }
    if (Files.exists(program.resolve(PREPARED))) {
      options.add("-XX:AOTCache=" + program.resolve(PREPARED));
    }
    return options;
  }

  private static List<String> checkoutOptions() {
    return List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");
  }
}
