package org.facewright.generation.diffusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the tiny reference model that a test may break. */
final class ModelCopy {
  private ModelCopy() {}

  static Path of(String precision, Path into) throws IOException {
    Path from = Golden.path("tiny-sdxl/" + precision);
    Path to = into.resolve("model");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    return to;
  }
}
