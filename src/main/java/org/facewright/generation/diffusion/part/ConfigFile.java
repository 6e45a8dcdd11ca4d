package org.facewright.generation.diffusion.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON file of a model folder, read with typed complaints.
 *
 * @param file it was read from
 * @param root its content, an object
 */
public record ConfigFile(Path file, JsonNode root) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Reads a file that must be there. */
  public static ConfigFile read(Path file) throws DiffusionException {
    if (!Files.isRegularFile(file)) {
      throw new DiffusionException(
          Problem.MISSING_FILE,
          file,
          "There is no " + file + ": the folder is not a complete SDXL model in ONNX.");
    }
    try {
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (root == null || !root.isObject()) {
        throw new DiffusionException(
            Problem.UNREADABLE_FILE, file, file + " is not a JSON object: fetch it again.");
      }
      return new ConfigFile(file, root);
    } catch (IOException | JacksonException e) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE, file, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a file that may be missing. */
  public static Optional<ConfigFile> readIfThere(Path file) throws DiffusionException {
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private Optional<JsonNode> value(String key) {
    JsonNode value = root.get(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  public boolean has(String key) {
    return value(key).isPresent();
  }

  public double number(String key, double otherwise) throws DiffusionException {
    JsonNode value = value(key).orElse(null);
    if (value == null) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw wrong(key, "a number");
    }
    return value.asDouble();
  }

  public boolean flag(String key, boolean otherwise) throws DiffusionException {
    JsonNode value = value(key).orElse(null);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrong(key, "true or false");
    }
    return value.asBoolean();
  }

  /** A text; tokenizers also write {@code {"content": "text"}}. */
  public String text(String key, String otherwise) throws DiffusionException {
    JsonNode value = value(key).orElse(null);
    if (value == null) {
      return otherwise;
    }
    JsonNode content = value.isObject() ? value.get("content") : value;
    if (content == null || !content.isString()) {
      throw wrong(key, "text");
    }
    return content.asString();
  }

  /** A list of numbers, or none. */
  public Optional<double[]> numbers(String key) throws DiffusionException {
    JsonNode value = value(key).orElse(null);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isArray()) {
      throw wrong(key, "a list of numbers");
    }
    double[] numbers = new double[value.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = value.get(i).asDouble();
    }
    return Optional.of(numbers);
  }

  /** The complaint that a value is not what it should be. */
  public DiffusionException wrong(String key, String wanted) {
    return new DiffusionException(
        Problem.UNREADABLE_FILE,
        file,
        "%s has %s as \"%s\", where %s is wanted."
            .formatted(file, value(key).orElse(null), key, wanted));
  }
}
