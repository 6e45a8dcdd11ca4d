package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.facewright.inference.catalogue.Preparation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was installed, written beside the files when all of them are in place.
 *
 * @param model name of its entry
 * @param version of the way models are prepared
 * @param prepare what was done to the network
 * @param files as installed, the network first
 */
public record InstallRecord(
    String model, int version, Set<Preparation> prepare, List<InstalledFile> files) {
  /** Raised when preparation changes, so that installed models are prepared again. */
  static final int VERSION = 1;

  static final String FILE = "installed.json";

  private static JsonMapper json() {
    return JsonMapper.builder()
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .build();
  }

  /** Reads the record of a model's folder; empty when nothing is installed there. */
  static Optional<InstallRecord> read(Path folder) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(folder.resolve(FILE));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(json().readValue(bytes, InstallRecord.class));
    } catch (JacksonException e) {
      throw new IOException(folder.resolve(FILE) + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE), json().writeValueAsBytes(this));
  }
}
