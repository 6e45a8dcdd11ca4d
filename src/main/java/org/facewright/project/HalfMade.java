package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.facewright.jobs.WholeFile;

/** What the creation of a project leaves behind if it is killed before the manifest is written. */
final class HalfMade {
  private static final Set<String> PARTS =
      Set.of(
          "project.lock",
          "project.mv.db",
          "project.trace.db",
          "decisions.jsonl",
          "images",
          "runs",
          "exports",
          Manifest.FILE + WholeFile.SUFFIX);

  private HalfMade() {}

  /**
   * Makes the folder ready for a new project.
   *
   * @return false if it holds anything that is somebody's work; then nothing was touched
   */
  static boolean clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<Path> inside;
    try (Stream<Path> files = Files.walk(folder)) {
      inside =
          files.filter(file -> !file.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : inside) {
      if (!isPart(folder, file)) {
        return false;
      }
    }
    for (Path file : inside) {
      Files.delete(file);
    }
    return true;
  }

  private static boolean isPart(Path folder, Path file) throws IOException {
    String name = folder.relativize(file).toString();
    boolean known = PARTS.contains(name);
    boolean database = name.startsWith("project.");
    return known && (Files.isDirectory(file) || database || Files.size(file) == 0);
  }
}
