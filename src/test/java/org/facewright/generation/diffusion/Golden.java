package org.facewright.generation.diffusion;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference results, where they are at hand. */
public final class Golden {
  private static final Path ROOT = Path.of("../shared/golden/sdxl");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Golden() {}

  /** A folder or file of them; the test is skipped where they are missing. */
  public static Path path(String name) {
    assumeTrue(Files.isDirectory(ROOT), "needs ../shared/golden/sdxl");
    return ROOT.resolve(name);
  }

  public static JsonNode json(String name) {
    return MAPPER.readTree(path(name).toFile());
  }

  /** The names of a folder's files that end so, sorted. */
  public static List<String> names(String folder, String ending) {
    if (!Files.isDirectory(ROOT)) {
      return List.of("missing");
    }
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public static float[] floats(JsonNode list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) list.get(i).asDouble();
    }
    return values;
  }

  /** The largest difference. */
  public static double distance(float[] ours, JsonNode theirs) {
    if (ours.length != theirs.size()) {
      throw new AssertionError(ours.length + " numbers, not " + theirs.size());
    }
    double worst = 0;
    for (int i = 0; i < ours.length; i++) {
      worst = Math.max(worst, Math.abs(ours[i] - theirs.get(i).asDouble()));
    }
    return worst;
  }
}
