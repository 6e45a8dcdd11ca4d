package org.facewright.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.facewright.jobs.WholeFile;
import org.facewright.project.CsvLine;
import org.facewright.project.FaceImage;
import org.facewright.project.Identity;
import org.facewright.project.Project;

/** The fate of every image as a CSV file: identity,image,state,reason. */
final class StateList {
  private StateList() {}

  static void write(Project project, Path file) throws IOException {
    WholeFile.write(
        file,
        fresh -> {
          try (Writer out = Files.newBufferedWriter(fresh)) {
            out.write("identity,image,state,reason\n");
            Map<Long, String> labels = labels(project);
            project.images().forEach(image -> write(out, labels, image));
          } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
          }
        });
  }

  static Map<Long, String> labels(Project project) {
    Map<Long, String> labels = new HashMap<>();
    for (Identity identity : project.identities().all()) {
      labels.put(identity.id(), identity.label());
    }
    return labels;
  }

  private static void write(Writer out, Map<Long, String> labels, FaceImage image) {
    String reason = image.reason() == null ? "" : image.reason();
    try {
      out.write(
          CsvLine.of(
              labels.getOrDefault(image.identityId(), ""),
              image.name(),
              image.state().name().toLowerCase(Locale.ROOT),
              reason));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
