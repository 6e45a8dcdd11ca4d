package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.inference.models.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recogniser of the user's own for the catalogue: docs/models.md.
 *
 * @param name small letters, digits, dashes
 * @param architecture which network it is
 */
record OwnRecogniser(String name, String architecture) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double HALF = 127.5;
  private static final int SIDE = 112;
  private static final int FEATURES = 512;

  OwnRecogniser {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new UserException(
          "A model's name has small letters, digits and dashes only, unlike '" + name + "'.");
    }
  }

  /** Copies the network into a folder of own models, with its entry beside it. */
  Path add(Path onnx, Path folder) throws IOException {
    if (WeightTarget.Form.of(onnx) != WeightTarget.Form.ONNX) {
      throw new UserException("The catalogue runs ONNX files; export to a name ending in .onnx.");
    }
    Files.createDirectories(folder);
    String file = name + ".onnx";
    Files.copy(onnx, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    Path entry = folder.resolve(name + ".json");
    Files.writeString(
        entry,
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry(folder.resolve(file))));
    return entry;
  }

  /** The hash makes other weights of the same name another version, to be installed anew. */
  private Map<String, Object> entry(Path file) throws IOException {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("width", SIDE);
    input.put("height", SIDE);
    input.put("colour", "rgb");
    input.put("mean", HALF);
    input.put("std", HALF);
    input.put("layout", "nchw");
    input.put("template", "arcface-112");
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("title", name + " (" + architecture + ", own weights)");
    entry.put("task", "embedder");
    entry.put("licence", "own");
    entry.put(
        "files", List.of(Map.of("name", file.getFileName().toString(), "sha256", Sha256.of(file))));
    entry.put("prepare", List.of("flush-tiny-weights"));
    entry.put("input", input);
    entry.put("output", Map.of("kind", "embedding", "dim", FEATURES));
    return entry;
  }
}
