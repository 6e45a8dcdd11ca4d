package org.facewright.project.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the records of releases are written. The same record gives the same text. Thread-safe. */
public final class ReleaseJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ReleaseJson() {}

  static JsonMapper mapper() {
    return JSON;
  }

  /** On one line. */
  public static String line(Object value) {
    return JSON.writeValueAsString(value);
  }

  /** Over several lines, for people. */
  public static String pages(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /**
   * A record that was written here, or by a user.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JacksonException e) {
      Throwable cause = e.getCause() instanceof IllegalArgumentException own ? own : e;
      String why =
          cause == e
              ? e.getOriginalMessage().lines().findFirst().orElse("it is no JSON")
              : String.valueOf(cause.getMessage());
      throw new IllegalArgumentException(why, e);
    }
  }

  /** A record in a file. */
  public static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return read(Files.readString(file), type);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new ReleaseException(
          ReleaseException.Reason.NOT_THERE, file + " is missing; bring it back from a copy", e);
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
      throw new ReleaseException(
          ReleaseException.Reason.DAMAGED,
          file + " cannot be understood (" + e.getMessage() + "); bring it back from a copy",
          e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
