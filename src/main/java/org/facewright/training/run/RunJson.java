package org.facewright.training.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.training.head.Head;
import org.facewright.training.sampler.Pacing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the records of runs are written as JSON. Thread-safe. */
public final class RunJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addMixIn(Head.class, HeadKinds.class)
          .addMixIn(Optimiser.class, Optimisers.class)
          .addMixIn(Pacing.class, Pacings.class)
          .build();

  private static final String KIND = "kind";

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Head.ArcFace.class, name = "arcface"),
    @JsonSubTypes.Type(value = Head.CosFace.class, name = "cosface"),
    @JsonSubTypes.Type(value = Head.SphereFace.class, name = "sphereface"),
    @JsonSubTypes.Type(value = Head.CombinedMargin.class, name = "combined"),
    @JsonSubTypes.Type(value = Head.CurricularFace.class, name = "curricularface"),
    @JsonSubTypes.Type(value = Head.MagFace.class, name = "magface"),
    @JsonSubTypes.Type(value = Head.AdaFace.class, name = "adaface"),
    @JsonSubTypes.Type(value = Head.UniFace.class, name = "uniface")
  })
  private interface HeadKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Optimiser.Sgd.class, name = "sgd"),
    @JsonSubTypes.Type(value = Optimiser.AdamW.class, name = "adamw")
  })
  private interface Optimisers {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Pacing.Everything.class, name = "everything"),
    @JsonSubTypes.Type(value = Pacing.Steps.class, name = "step"),
    @JsonSubTypes.Type(value = Pacing.Linear.class, name = "linear"),
    @JsonSubTypes.Type(value = Pacing.Root.class, name = "root")
  })
  private interface Pacings {}

  private RunJson() {}

  static JsonMapper mapper() {
    return JSON;
  }

  /** A record over several lines, for people. */
  public static String write(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** A record on one line. */
  public static String line(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** A record that this program wrote. */
  public static <T> T read(String text, Class<T> type) throws JacksonException {
    return JSON.readValue(text, type);
  }

  /**
   * A record that an older version may have written without some fields.
   *
   * @param usual what they were then; {@code part.field} is a field of a part
   * @param fields which are null then
   */
  public static <T> T readOlder(String text, Class<T> type, Map<String, ?> usual, String... fields)
      throws JacksonException {
    ObjectNode record = JSON.readValue(text, ObjectNode.class);
    usual.forEach(
        (path, value) -> {
          int dot = path.indexOf('.');
          JsonNode owner = dot < 0 ? record : record.path(path.substring(0, dot));
          String name = path.substring(dot + 1);
          if (owner instanceof ObjectNode part && !part.has(name)) {
            part.set(name, JSON.<JsonNode>valueToTree(value));
          }
        });
    for (String field : fields) {
      if (!record.has(field)) {
        record.putNull(field);
      }
    }
    return JSON.treeToValue(record, type);
  }

  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), type);
    } catch (JacksonException e) {
      throw new IOException(file + " cannot be understood: " + e.getOriginalMessage(), e);
    }
  }
}
