package org.facewright.generation.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facewright.jobs.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prompt spaces as JSON, for plans that are kept, shared and edited. Stateless. */
public final class PromptSpaceFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private PromptSpaceFile() {}

  public static PromptSpace read(Path file) throws PromptException {
    try {
      return read(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new PromptException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a space from text.
   *
   * @param name of where it is from, for the message
   */
  public static PromptSpace read(String json, String name) throws PromptException {
    try {
      PromptSpace space = MAPPER.readValue(json, PromptSpace.class);
      if (space == null) {
        throw new PromptException(name + " holds no prompt space.");
      }
      return space;
    } catch (JacksonException e) {
      throw new PromptException(name + " is no prompt space: " + e.getOriginalMessage() + ".", e);
    }
  }

  /** Writes a space whole or not at all. */
  public static void write(PromptSpace space, Path file) throws PromptException {
    try {
      WholeFile.write(file, MAPPER.writeValueAsString(space));
    } catch (IOException e) {
      throw new PromptException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
