package org.facewright.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.training.head.Heads;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as JSON. A file may say only what differs from a base; a name that is not known is
 * refused, so that a slip of the pen never trains something else. Thread-safe.
 */
public final class SettingsJson {
  private static final JsonMapper JSON = RunJson.mapper();
  private static final String KIND = "kind";
  private static final String MIX = "mix";

  private SettingsJson() {}

  public static String write(TrainingSettings settings) {
    return RunJson.write(settings);
  }

  /**
   * Settings from a file, the rest from a base.
   *
   * @throws IllegalArgumentException saying which setting is wrong
   */
  public static TrainingSettings read(Path file, TrainingSettings base) throws IOException {
    try {
      return read(Files.readString(file), base);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** As {@link #read(Path, TrainingSettings)} from a text. */
  public static TrainingSettings read(String text, TrainingSettings base) {
    try {
      ObjectNode whole = JSON.valueToTree(base);
      lay(JSON.readValue(text, ObjectNode.class), whole);
      return JSON.treeToValue(whole, TrainingSettings.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(reason(e), e);
    }
  }

  /** Lays an object over another; one of another kind takes its place as a whole. */
  private static void lay(ObjectNode over, ObjectNode base) {
    for (Map.Entry<String, JsonNode> field : over.properties()) {
      JsonNode before = base.get(field.getKey());
      if (field.getValue() instanceof ObjectNode fresh
          && before instanceof ObjectNode old
          && !field.getKey().equals(MIX)) {
        ObjectNode whole = sameKind(fresh, old) ? old : published(field.getKey(), fresh);
        lay(fresh, whole);
        base.set(field.getKey(), whole);
      } else {
        base.set(field.getKey(), field.getValue());
      }
    }
  }

  private static boolean sameKind(JsonNode over, ObjectNode base) {
    JsonNode kind = over.get(KIND);
    return kind == null || kind.equals(base.get(KIND));
  }

  /** What a head or optimiser of another kind starts from. */
  private static ObjectNode published(String field, ObjectNode given) {
    String kind = given.get(KIND).asString("");
    return switch (field + " " + kind) {
      case "optimiser adamw" -> JSON.valueToTree(Optimiser.AdamW.withDecay(0.05));
      case "optimiser sgd" -> JSON.valueToTree(Optimiser.Sgd.published());
      case "course flat" -> JSON.valueToTree(new LearningRate.Flat());
      case "course step" -> JSON.valueToTree(new LearningRate.Step(List.of(12, 20, 24), 0.1));
      case "course poly" -> JSON.valueToTree(new LearningRate.Poly(2));
      case "course cosine" -> JSON.valueToTree(new LearningRate.Cosine(0));
      default -> field.equals("head") ? JSON.valueToTree(Heads.named(kind)) : given.deepCopy();
    };
  }

  private static String reason(JacksonException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String path = e.getPath().isEmpty() ? "" : e.getPathReference().replaceAll(".*\\[\"|\"\\]", "");
    String text =
        cause instanceof IllegalArgumentException
            ? String.valueOf(cause.getMessage())
            : e.getOriginalMessage().lines().findFirst().orElse("");
    return path.isEmpty() ? text : "\"" + path + "\": " + text;
  }
}
