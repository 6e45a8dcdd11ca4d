package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import org.facewright.generation.vec2face.FaceGenerator;
import org.facewright.generation.vec2face.GeneratorConfig;
import org.facewright.generation.vec2face.GeneratorHome;
import org.facewright.generation.vec2face.OnnxGenerator;
import org.facewright.generation.vec2face.TorchGenerator;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.inference.InferenceSettings;
import org.facewright.network.Precision;

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

  /** Opens a generator with the engine that its file asks for; closing it closes the engine. */
  static FaceGenerator open(GeneratorHome home, Precision precision, InferenceSettings settings)
      throws Vec2FaceException, IOException {
    if (home.onnx()) {
      return new OnnxGenerator(home.file(), Installation.runtime(), settings);
    }
    Installation.keepLibraries();
    return TorchGenerator.alone(home.weights(), precision, settings.threads());
  }
}
