package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.Vec2FaceException;

/** Generators as the command line names them. Stateless. */
final class GeneratorFiles {
  private GeneratorFiles() {}

  /** A configuration file, or a published size by its name. */
  static GeneratorConfig config(String text) throws Vec2FaceException, IOException {
    return switch (text) {
      case "base", "large", "huge" -> GeneratorConfig.published(text);
      default -> GeneratorConfig.read(Path.of(text));
    };
  }
}
