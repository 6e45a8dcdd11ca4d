package org.facewright.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facewright.network.checkpoint.Checkpoint;
import org.facewright.network.checkpoint.CheckpointException;
import org.facewright.training.TrainingException;
import org.jspecify.annotations.Nullable;

/** The checkpoints of a run. */
record Checkpoints(Path folder) {
  private static final String ENDING = ".checkpoint";

  /**
   * The newest that is whole; null when the run was never saved.
   *
   * @param note told of each damaged one that is passed over
   * @throws TrainingException when there are some, but none is whole
   */
  @Nullable Checkpoint newestGood(Consumer<String> note) throws TrainingException {
    List<Path> files = newestFirst();
    for (Path file : files) {
      try {
        return Checkpoint.read(file);
      } catch (CheckpointException e) {
        note.accept(e.getMessage() + " It is passed over.");
      }
    }
    if (files.isEmpty()) {
      return null;
    }
    throw new TrainingException(
        "There is no usable checkpoint in " + folder + ". Start the run anew.", null);
  }

  private List<Path> newestFirst() throws TrainingException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparing(Checkpoints::age).reversed())
          .toList();
    } catch (IOException e) {
      throw new TrainingException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
