package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link UserSettings} as JSON. A file that cannot be understood is kept aside as {@code
 * .unreadable} and the settings begin anew; {@link #complaint} says so. FX thread only.
 */
final class SettingsFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;
  private UserSettings settings = UserSettings.ofThisMachine();
  private final boolean fresh;
  private String complaint = "";

  SettingsFile(Path file) {
    this.file = file;
    fresh = !Files.exists(file);
    if (!fresh) {
      try {
        settings = read(Files.readString(file));
      } catch (IOException | JacksonException | IllegalArgumentException e) {
        keepAside();
      }
    }
  }

  /**
   * Makes the first reading quick, touching no file. From any thread, while others do their part of
   * the start.
   */
  static void prepare() {
    read("{}");
  }

  /** What an older version did not write yet is as on a fresh machine. */
  private static UserSettings read(String text) {
    ObjectNode whole = JSON.valueToTree(UserSettings.ofThisMachine());
    whole.setAll(JSON.readValue(text, ObjectNode.class));
    return JSON.treeToValue(whole, UserSettings.class);
  }

  private void keepAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    complaint = file + " cannot be understood; it is kept as " + aside.getFileName() + ".";
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      complaint = file + " cannot be read: " + e.getMessage();
    }
  }

  UserSettings get() {
    return settings;
  }

  /** There was no file: Facewright starts here for the first time. */
  boolean fresh() {
    return fresh;
  }

  /** One sentence when the file could not be read, else empty. */
  String complaint() {
    return complaint;
  }

  /** Takes new settings and writes them, the old ones or the new ones at any time. */
  void put(UserSettings changed) throws IOException {
    settings = changed;
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, JSON.writeValueAsString(changed));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
