package org.facewright.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evaluations kept in a folder, one folder each: {@code evaluation.json} and the pictures of the
 * worst pairs. A folder appears whole or not at all. Thread-safe.
 */
public final class EvaluationBook {
  private static final String FILE = "evaluation.json";
  private static final String UNFINISHED = ".part";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  /**
   * @param folder need not exist
   */
  public EvaluationBook(Path folder) {
    this.folder = folder;
  }

  /** What one reading found. */
  public record Shelf(List<Evaluation> evaluations, List<String> unreadable) {}

  /** All evaluations, the newest first; those that cannot be read are named in a sentence each. */
  public Shelf all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Shelf(List.of(), List.of());
    }
    List<Evaluation> found = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.filter(Files::isDirectory).filter(EvaluationBook::finished).toList();
    }
    for (Path entry : entries) {
      try {
        found.add(JSON.readValue(Files.readString(entry.resolve(FILE)), Evaluation.class));
      } catch (JacksonException | IOException e) {
        unreadable.add(entry.resolve(FILE) + " cannot be read: " + e.getMessage());
      }
    }
    found.sort(Comparator.comparing(Evaluation::at).reversed());
    return new Shelf(found, unreadable);
  }

  private static boolean finished(Path entry) {
    return !entry.getFileName().toString().endsWith(UNFINISHED);
  }

  /** A free id for a model and a set, such as {@code faceplugin-lfw-2}. */
  String freeId(String model, String set) {
    String base = (model + "-" + set).replaceAll("[^A-Za-z0-9._-]+", "_");
    String id = base;
    for (int n = 2; Files.exists(folder.resolve(id)); n++) {
      id = base + "-" + n;
    }
    return id;
  }

  /** Writes a picture of an evaluation that is not finished yet. */
  void picture(String id, String name, byte[] encoded) throws IOException {
    Files.write(Files.createDirectories(part(id)).resolve(name), encoded);
  }

  /** Makes an evaluation whole. */
  void finish(Evaluation evaluation) throws IOException {
    Path part = Files.createDirectories(part(evaluation.id()));
    Files.writeString(part.resolve(FILE), JSON.writeValueAsString(evaluation));
    Files.move(part, folder.resolve(evaluation.id()), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path part(String id) {
    return folder.resolve(id + UNFINISHED);
  }

  /** The encoded picture of a worst pair. */
  public byte[] picture(Evaluation evaluation, String name) throws IOException {
    return Files.readAllBytes(folder.resolve(evaluation.id()).resolve(name));
  }

  /** Removes an evaluation with its pictures. */
  public void remove(Evaluation evaluation) throws IOException {
    Path gone = folder.resolve(evaluation.id());
    List<Path> files;
    try (Stream<Path> inside = Files.list(gone)) {
      files = inside.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(gone);
  }
}
