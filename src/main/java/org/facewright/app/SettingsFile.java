package org.facewright.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.facewright.jobs.WholeFile;
import org.facewright.ui.text.Texts;
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

  /** Rises when older programs would misread what is written. */
  private static final int FORMAT = 1;

  private static final String FORMAT_FIELD = "format";

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
      } catch (NewerException e) {
        keepAside("newer", "settings.newer");
      } catch (IOException | JacksonException | IllegalArgumentException e) {
        keepAside("unreadable", "settings.unreadable");
      }
    }
  }

  static SettingsFile of(Installation installation) {
    return new SettingsFile(installation.data().resolve("settings.json"));
  }

  /**
   * Makes the first reading quick, touching no file. From any thread, while others do their part of
   * the start.
   */
  static void prepare() {
    try {
      read("{}");
    } catch (NewerException e) {
      throw new IllegalStateException("nothing is newer than nothing", e);
    }
  }

  /** What an older version did not write yet is as on a fresh machine. */
  private static UserSettings read(String text) throws NewerException {
    ObjectNode whole = JSON.valueToTree(UserSettings.ofThisMachine());
    ObjectNode written = JSON.readValue(text, ObjectNode.class);
    if (written.path(FORMAT_FIELD).asInt(FORMAT) > FORMAT) {
      throw new NewerException();
    }
    written.remove(FORMAT_FIELD);
    whole.setAll(written);
    return JSON.treeToValue(whole, UserSettings.class);
  }

  /** Made by a version that writes otherwise. */
  private static final class NewerException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Its words are the system's, since nobody knows which ones were chosen. */
  private void keepAside(String ending, String what) {
    Texts texts = Texts.of(SettingsFile.class);
    Path aside = file.resolveSibling(file.getFileName() + "." + ending);
    complaint = texts.get(what, file, aside.getFileName());
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      complaint = texts.get("settings.locked", file, e.getMessage());
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

  /** What another window of this user opened since these settings were read. */
  private List<String> openedElsewhere() {
    try {
      List<String> written = Files.exists(file) ? read(Files.readString(file)).recent() : List.of();
      return written.stream().filter(folder -> !settings.recent().contains(folder)).toList();
    } catch (NewerException | IOException | JacksonException | IllegalArgumentException e) {
      return List.of(); // What is about to be written is sound.
    }
  }

  /** Takes new settings and writes them, the old ones or the new ones at any time. */
  void put(UserSettings changed) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel lock =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      awaitTurn(lock);
      settings = changed.withRecentOf(openedElsewhere());
      ObjectNode whole = JSON.createObjectNode().put(FORMAT_FIELD, FORMAT);
      whole.setAll((ObjectNode) JSON.valueToTree(settings));
      WholeFile.write(file, JSON.writeValueAsString(whole));
    }
  }

  /** Another window must not write between our reading and our writing. */
  private static void awaitTurn(FileChannel lock) {
    try {
      var unused = lock.lock();
    } catch (IOException | OverlappingFileLockException e) {
      // Some network drives know no locks: better to write at the same time than not at all.
      System.getLogger(SettingsFile.class.getName())
          .log(System.Logger.Level.INFO, "settings are written without a lock", e);
    }
  }
}
