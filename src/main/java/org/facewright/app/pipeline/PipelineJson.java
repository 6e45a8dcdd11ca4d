package org.facewright.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pipelines as JSON files. A name that is not known is refused. Thread-safe. */
public final class PipelineJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final Map<String, List<String>> PATHS =
      Map.of(
          "",
          List.of("source", "truth"),
          "grow",
          List.of("kit", "generator"),
          "leak",
          List.of("galleries"),
          "evaluate",
          List.of("sets"));

  private PipelineJson() {}

  /**
   * Reads a file over what is usual.
   *
   * @throws PipelineException naming the file and what is wrong in it
   */
  public static PipelineConfig read(Path file) throws PipelineException {
    try {
      ObjectNode whole = JSON.valueToTree(PipelineConfig.usual("."));
      ObjectNode told = JSON.readValue(Files.readString(file), ObjectNode.class);
      if (!told.has("source")) {
        throw new PipelineException(file + ": say what to start from: \"source\".");
      }
      makeAbsolute(told, file.toAbsolutePath().resolveSibling(""));
      lay(told, whole);
      return JSON.treeToValue(whole, PipelineConfig.class);
    } catch (IOException e) {
      throw new PipelineException(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new PipelineException(file + ": " + reason(e), e);
    }
  }

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** Whether both say the same, whatever the order in which they say it. */
  static boolean same(PipelineConfig one, PipelineConfig other) {
    return JSON.readTree(write(one)).equals(JSON.readTree(write(other)));
  }

  static <T> T read(Path file, Class<T> type) throws IOException {
    return JSON.readValue(Files.readString(file), type);
  }

  private static void lay(ObjectNode over, ObjectNode base) {
    for (Map.Entry<String, JsonNode> field : over.properties()) {
      if (field.getValue() instanceof ObjectNode fresh
          && base.get(field.getKey()) instanceof ObjectNode old
          && !field.getKey().equals("settings")) {
        lay(fresh, old);
      } else {
        base.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void makeAbsolute(ObjectNode told, Path folder) {
    PATHS.forEach(
        (section, names) -> {
          JsonNode part = section.isEmpty() ? told : told.get(section);
          if (part instanceof ObjectNode object) {
            names.forEach(name -> makeAbsolute(object, name, folder));
          }
        });
  }

  private static void makeAbsolute(ObjectNode object, String name, Path folder) {
    JsonNode value = object.get(name);
    if (value instanceof ArrayNode list) {
      ArrayNode whole = JSON.createArrayNode();
      list.forEach(item -> whole.add(absolute(item.asString(), folder)));
      object.set(name, whole);
    } else if (value != null && value.isString()) {
      object.put(name, absolute(value.asString(), folder));
    }
  }

  private static String absolute(String path, Path folder) {
    return path.isEmpty() ? path : folder.resolve(path).normalize().toString();
  }

  private static String reason(JacksonException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof IllegalArgumentException
        ? String.valueOf(cause.getMessage())
        : e.getOriginalMessage().lines().findFirst().orElse("it is no pipeline");
  }
}
