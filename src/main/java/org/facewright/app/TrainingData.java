package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facewright.exchange.DatasetException;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.DatasetReader;
import org.facewright.exchange.FaceEntry;
import org.facewright.exchange.ReadOptions;
import org.facewright.exchange.SourceEntry;
import org.facewright.exchange.UnreadableEntry;
import org.facewright.exchange.release.ExportedRelease;
import org.facewright.project.release.CurriculumPlan;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.SetOrigin;
import org.facewright.training.set.PackedSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --data} names: folders of identities are read where they are, exported sets of any
 * other format are copied into the run's folder first.
 */
final class TrainingData {
  private static final String FOLDERS = "folders";
  private static final String USUAL = "pictures";
  private static final String RELEASE = "release";

  private record Named(String source, Path path) {
    static Named of(String text) {
      int sign = text.indexOf('=');
      return sign > 0 && !Files.exists(Path.of(text))
          ? new Named(text.substring(0, sign), Path.of(text.substring(sign + 1)))
          : new Named(USUAL, Path.of(text));
    }
  }

  private final List<Named> parts;

  TrainingData(List<String> texts) {
    parts = texts.stream().map(Named::of).toList();
  }

  SetOrigin prepare(RunFolder run, Output output) throws IOException, DatasetException {
    List<String> formats = new ArrayList<>();
    for (Named part : parts) {
      formats.add(format(part.path()));
    }
    String told = String.join(", ", parts.stream().map(part -> part.path().toString()).toList());
    if (formats.stream().allMatch(FOLDERS::equals)) {
      return new SetOrigin(
          told,
          parts.stream()
              .map(
                  part ->
                      new SetOrigin.Folder(
                          part.source(), part.path().toAbsolutePath().normalize().toString()))
              .toList());
    }
    try (PackedSet.Writer writer = new PackedSet.Writer(SetOrigin.copyIn(run))) {
      for (int i = 0; i < parts.size(); i++) {
        copy(parts.get(i), formats.get(i), writer, output);
      }
      writer.finish();
    }
    return SetOrigin.copy(told);
  }

  /** The plan of an exported release, if that is all there is to train on. */
  Optional<CurriculumPlan> plan() throws IOException {
    return parts.size() == 1 && ExportedRelease.in(parts.getFirst().path())
        ? Optional.of(ExportedRelease.open(parts.getFirst().path()).plan())
        : Optional.empty();
  }

  private static String format(Path path) {
    if (ExportedRelease.in(path)) {
      return RELEASE;
    }
    if (!Files.exists(path)) {
      throw new UserException(path + " is not there.");
    }
    Optional<String> format = new DatasetFormats().detect(path);
    return format.orElseThrow(
        () -> new UserException(path + " is no set of a format that is known here."));
  }

  private static void copy(Named part, String format, PackedSet.Writer writer, Output output)
      throws DatasetException, IOException {
    if (format.equals(RELEASE)) {
      copy(ExportedRelease.open(part.path()), writer);
      return;
    }
    long left = 0;
    try (DatasetReader reader =
        new DatasetFormats().open(format, part.path(), ReadOptions.usual())) {
      @Nullable SourceEntry entry;
      while ((entry = reader.next()) != null) {
        switch (entry) {
          case FaceEntry face when face.image() != null -> {
            String name = part.source() + "/" + face.place();
            writer.add(face.identity(), part.source(), name, face.image(), 0);
          }
          case FaceEntry _ -> left++;
          case UnreadableEntry damaged -> {
            left++;
            output.note("  " + damaged.place() + ": " + damaged.reason());
          }
        }
      }
    }
    if (left > 0) {
      output.note("%,d entries of %s were left out.".formatted(left, part.path()));
    }
  }

  /** Source by source in the recipe's order: the last named is the one that a plan shows first. */
  private static void copy(ExportedRelease release, PackedSet.Writer writer)
      throws DatasetException, IOException {
    for (String source : release.sources()) {
      release.forEach(
          (image, picture) -> {
            if (image.source().equals(source)) {
              Float difficulty = image.difficulty();
              writer.add(
                  image.identity(),
                  source,
                  image.path(),
                  picture,
                  difficulty == null ? 0 : difficulty);
            }
          });
    }
  }
}
