package org.facewright.inference.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was installed of a folder of networks.
 *
 * @param name of its entry
 * @param url it came from
 * @param files as they came
 */
record FolderRecord(String name, String url, List<Item> files) {
  static final String FILE = "installed.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One file.
   *
   * @param known whether the catalogue told the hash; else it was recorded when it came
   */
  record Item(String path, long bytes, String sha256, boolean known) {}

  static Optional<FolderRecord> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), FolderRecord.class));
    } catch (JacksonException e) {
      throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this));
  }
}
