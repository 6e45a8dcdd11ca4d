package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.facewright.generation.render.RenderModel;

/** Remembers the user's face model in a file of one line: its path. */
final class KitFile implements RenderModel.KitMemory {
  private final Path file;
  private final Optional<Path> usual;
  private final Consumer<String> problem;

  /**
   * @param usual the face model that comes along, for who never chose one
   * @param problem hears why nothing could be remembered
   */
  KitFile(Path file, Optional<Path> usual, Consumer<String> problem) {
    this.file = file;
    this.usual = usual;
    this.problem = problem;
  }

  @Override
  public Optional<Path> remembered() {
    try {
      return Files.exists(file) ? Optional.of(Path.of(Files.readString(file).strip())) : usual;
    } catch (IOException | java.nio.file.InvalidPathException e) {
      problem.accept(file + " cannot be read: choose the face model again.");
      return usual;
    }
  }

  @Override
  public void remember(Path kit) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, kit.toAbsolutePath() + "\n");
    } catch (IOException e) {
      problem.accept("The face model could not be remembered: " + e.getMessage());
    }
  }
}
