package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Remembers the folder the user chose last, in a file of one line.
 *
 * @param problem hears why nothing could be remembered
 */
record RememberedFolder(Path file, Consumer<String> problem) {
  Optional<Path> get() {
    try {
      return Files.exists(file)
          ? Optional.of(Path.of(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      problem.accept(file + " cannot be read: choose the folder again.");
      return Optional.empty();
    }
  }

  void put(Path folder) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, folder.toAbsolutePath().normalize() + "\n");
    } catch (IOException e) {
      problem.accept("The folder could not be remembered: " + e.getMessage());
    }
  }
}
