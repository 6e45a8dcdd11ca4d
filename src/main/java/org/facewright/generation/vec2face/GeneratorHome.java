package org.facewright.generation.vec2face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.facewright.network.export.ExportedWeights;
import org.facewright.network.weights.WeightMismatchException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A generator as it lies on the disk: its weights or network, and a {@code config.json} beside it
 * that says what its vectors are.
 *
 * @param file {@code .onnx}, {@code .safetensors} or {@code .pth}
 * @param config beside it
 * @param conditioning recogniser of the catalogue whose embeddings its vectors are; "" if unknown
 * @param vectorNorm length that its vectors have; 0 if any
 * @param maskRate share of tokens to mask unless somebody says otherwise
 */
public record GeneratorHome(
    Path file, Path config, String conditioning, double vectorNorm, double maskRate) {
  private static final String NETWORK = "generator.onnx";
  private static final String WEIGHTS = "generator.safetensors";
  private static final String CENTRES = "centres.npy";

  /**
   * Finds a generator.
   *
   * @param place a folder with {@code config.json} and {@code generator.onnx} or {@code
   *     generator.safetensors}, or the file itself; the published checkpoints need no config.json
   * @param config null: {@code config.json} beside the file
   */
  public static GeneratorHome at(Path place, @Nullable Path config)
      throws Vec2FaceException, IOException {
    Path file = place;
    if (Files.isDirectory(place)) {
      Path network = place.resolve(NETWORK);
      file = Files.isRegularFile(network) ? network : place.resolve(WEIGHTS);
    }
    if (!Files.isRegularFile(file)) {
      throw new Vec2FaceException("There is no generator " + file + ".");
    }
    Path beside = file.resolveSibling("config.json");
    Path told = config == null ? beside : config;
    if (!Files.isRegularFile(told)) {
      if (config == null && PublishedSize.of(file).isPresent()) {
        return new GeneratorHome(file, told, "", 0, 0.15);
      }
      if (config != null || !onnx(file)) {
        throw new Vec2FaceException(
            "There is no " + told + ", which says what shape the generator has.");
      }
      return new GeneratorHome(file, told, "", 0, 0.15);
    }
    try {
      JsonNode json = JsonMapper.builder().build().readTree(Files.readString(told));
      return new GeneratorHome(
          file,
          told,
          json.path("conditioning").asString(""),
          json.path("vector_norm").asDouble(0),
          json.path("mask_rate").asDouble(0.15));
    } catch (JacksonException e) {
      throw new Vec2FaceException(told + " is no JSON: " + e.getOriginalMessage() + ".", e);
    }
  }

  /** Where a generator brings the centres of the people that it learnt; nothing need be there. */
  public static Path centres(Path place) {
    return Files.isDirectory(place) ? place.resolve(CENTRES) : place.resolveSibling(CENTRES);
  }

  /** Whether ONNX Runtime runs it; otherwise PyTorch does. */
  public boolean onnx() {
    return onnx(file);
  }

  private static boolean onnx(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  /** Its weights, for PyTorch: of a checkpoint, or of an ONNX file that this program exported. */
  public GeneratorWeights weights() throws Vec2FaceException, IOException {
    Optional<GeneratorConfig> published =
        Files.isRegularFile(config) ? Optional.empty() : PublishedSize.of(file);
    GeneratorConfig shape = published.isPresent() ? published.get() : GeneratorConfig.read(config);
    if (!onnx()) {
      return GeneratorWeights.read(file, shape);
    }
    try {
      return new GeneratorWeights(
          shape, ExportedWeights.read(file).of(shape.generator().network()));
    } catch (WeightMismatchException e) {
      throw new Vec2FaceException(
          "%s gives no gradients: name the checkpoint it was exported from (%s)."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
