package org.facewright.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A project's embedding files, each opened when it is first asked for; shared. Thread-safe. */
final class EmbeddingShelf {
  private static final String ENDING = ".fwe";

  private final Path folder;
  private final boolean viewing;
  private final Map<String, EmbeddingSet> opened = new ConcurrentHashMap<>();

  /**
   * @param folder need not exist
   * @param viewing nothing is made, nothing is added
   */
  EmbeddingShelf(Path folder, boolean viewing) {
    this.folder = folder;
    this.viewing = viewing;
  }

  List<String> models() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  Optional<EmbeddingSet> find(String model) throws IOException {
    Path file = file(model);
    return Files.exists(file) ? Optional.of(open(model, file)) : Optional.empty();
  }

  EmbeddingSet make(String model, int dim, EmbeddingFile.Type type) throws IOException {
    Path file = file(model);
    if (!Files.exists(file)) {
      if (viewing) {
        throw new ViewOnlyException();
      }
      EmbeddingFile.create(file, model, dim, type).close();
    }
    EmbeddingSet set = open(model, file);
    if (set.dim() != dim) {
      throw new IOException(
          "the embeddings of %s in this project have %d values, not %d; give the model another name"
              .formatted(model, set.dim(), dim));
    }
    return set;
  }

  private EmbeddingSet open(String model, Path file) throws IOException {
    try {
      return opened.computeIfAbsent(
          model,
          m -> {
            try {
              return new EmbeddingSet(
                  viewing ? EmbeddingFile.view(file) : EmbeddingFile.open(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Path file(String model) {
    if (!model.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "a model's name has letters, digits, dots, dashes and underscores: " + model);
    }
    return folder.resolve(model + ENDING);
  }

  /** What was opened, to be closed with the project. */
  Collection<EmbeddingSet> opened() {
    return opened.values();
  }
}
