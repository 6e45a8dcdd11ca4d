package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.network.export.OnnxExport;
import org.facewright.network.onnx.OnnxFile;
import org.facewright.network.weights.WeightStart;

/**
 * A generator of the small or the base size with random weights, for measuring: it draws noise, but
 * as fast as a trained one. {@code MadeGenerator FOLDER [small|base] [RECOGNISER]}.
 */
public final class MadeGenerator {
  private static final int FEATURES = 512;

  private MadeGenerator() {}

  public static void main(String[] args) throws Exception {
    write(
        Path.of(args[0]),
        args.length > 1 ? args[1] : "small",
        args.length > 2 ? args[2] : "builtin");
  }

  static GeneratorWeights weights(String size) throws Vec2FaceException {
    GeneratorConfig config =
        size.equals("small") ? GeneratorConfig.small(FEATURES) : GeneratorConfig.published(size);
    return new GeneratorWeights(config, WeightStart.of(config.generator().network(), 1));
  }

  /** Writes generator.onnx and config.json. */
  static Path write(Path folder, String size, String recogniser)
      throws IOException, Vec2FaceException {
    GeneratorWeights made = weights(size);
    Files.createDirectories(folder);
    OnnxFile.write(
        OnnxExport.model(made.config().generator().network(), made.weights()),
        folder.resolve("generator.onnx"));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"conditioning\": \"%s\", \"vector_norm\": %s, \"mask_rate\": 0.15}"
            .formatted(recogniser, Math.sqrt(FEATURES)));
    return folder;
  }
}
