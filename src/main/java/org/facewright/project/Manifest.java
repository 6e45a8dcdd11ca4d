package org.facewright.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.facewright.jobs.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code facewright.json}: what makes a folder a project.
 *
 * @param format the folder's format version, now 1
 * @param h2 the version of H2 that wrote the database: no other minor version may open it
 */
public record Manifest(int format, String h2, String name, Instant created) {
  static final int FORMAT = 1;
  static final String FILE = "facewright.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Manifest read(Path folder) throws ProjectException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      throw new ProjectException(
          ProjectException.Reason.NOT_A_PROJECT,
          folder,
          "is no Facewright project (it has no "
              + FILE
              + "); make one with: facewright new FOLDER");
    }
    Manifest manifest;
    try {
      manifest = JSON.readValue(Files.readString(file), Manifest.class);
    } catch (IOException | JacksonException e) {
      throw new ProjectException(
          ProjectException.Reason.UNREADABLE,
          file,
          "cannot be read; bring it back from a copy, it is only a few lines",
          e);
    }
    if (manifest.format() > FORMAT) {
      throw new ProjectException(
          ProjectException.Reason.NEWER_FORMAT,
          folder,
          "was made by a newer Facewright (format %d, this one knows %d); update Facewright"
              .formatted(manifest.format(), FORMAT));
    }
    return manifest;
  }

  void write(Path folder) throws IOException {
    WholeFile.write(
        folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
  }
}
