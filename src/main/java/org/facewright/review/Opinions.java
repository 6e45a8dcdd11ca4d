package org.facewright.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.facewright.project.DurableLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody's opinions, in {@code runs/review/opinions.jsonl} of a project: each is on the disk
 * before {@link #add} returns, none is ever changed. The ruling itself is the project's decision;
 * this is what several people said, and what agreement and conflicts are computed from.
 * Thread-safe.
 */
public final class Opinions implements AutoCloseable {
  private static final String FILE = "opinions.jsonl";

  private final JsonMapper json = JsonMapper.builder().build();
  private final Path file;
  private final DurableLines lines;

  /** By image, the last opinion of each person, in the order in which they first spoke. */
  private final Map<ImageRef, Map<String, Opinion>> current = new LinkedHashMap<>();

  /** Everything ever said, in the order in which it came. */
  private final SequencedSet<Opinion> all = new LinkedHashSet<>();

  /**
   * @param folder {@code runs/review} of a project; made if missing
   * @throws IOException also if a line is damaged
   */
  public Opinions(Path folder) throws IOException {
    file = Files.createDirectories(folder).resolve(FILE);
    lines = new DurableLines(file, (seq, line) -> remember(parse(seq, line)));
  }

  /** Looks at opinions, if there are any; none can be added. */
  static Opinions view(Path folder) throws IOException {
    return new Opinions(folder.resolve(FILE), true);
  }

  private Opinions(Path file, boolean viewing) throws IOException {
    this.file = file;
    lines = DurableLines.view(file, (seq, line) -> remember(parse(seq, line)));
  }

  private Opinion parse(long seq, String line) throws IOException {
    try {
      return json.readValue(line, Opinion.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(
          "%s, line %d, is no opinion: %s".formatted(file, seq, e.getMessage()), e);
    }
  }

  private void remember(Opinion opinion) {
    all.add(opinion);
    current
        .computeIfAbsent(opinion.image(), i -> new LinkedHashMap<>())
        .merge(
            opinion.person(),
            opinion,
            (before, now) -> now.at().isBefore(before.at()) ? before : now);
    current.get(opinion.image()).values().removeIf(o -> o.answer() == Answer.TAKEN_BACK);
  }

  /** Adds opinions, durably, all at once. */
  public synchronized void add(List<Opinion> opinions) throws IOException {
    if (opinions.isEmpty()) {
      return;
    }
    lines.append(opinions.stream().map(json::writeValueAsString).toList());
    opinions.forEach(this::remember);
  }

  /** Whether this very opinion is known: a bundle that comes back twice adds nothing. */
  public synchronized boolean contains(Opinion opinion) {
    return all.contains(opinion);
  }

  /** What each person last said of an image. */
  public synchronized Collection<Opinion> of(ImageRef image) {
    return List.copyOf(current.getOrDefault(image, Map.of()).values());
  }

  /** What one person last said of each image. */
  public synchronized Map<ImageRef, Answer> by(String person) {
    Map<ImageRef, Answer> answers = new HashMap<>();
    current.forEach(
        (image, opinions) -> {
          Opinion opinion = opinions.get(person);
          if (opinion != null) {
            answers.put(image, opinion.answer());
          }
        });
    return answers;
  }

  public synchronized List<String> persons() {
    return current.values().stream().flatMap(o -> o.keySet().stream()).distinct().sorted().toList();
  }

  /**
   * An image on which people disagree, or of which somebody was unsure and nobody else spoke.
   *
   * @param opinions the oldest first
   */
  public record Conflict(ImageRef image, List<Opinion> opinions) {}

  /** The conflicts queue, longest standing first. */
  public synchronized List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    current.forEach(
        (image, opinions) -> {
          if (opinions.isEmpty()) {
            return;
          }
          if (opinions.values().stream().map(Said::of).distinct().count() > 1
              || opinions.values().stream().allMatch(o -> o.answer() == Answer.UNSURE)) {
            List<Opinion> sorted = new ArrayList<>(opinions.values());
            sorted.sort(Comparator.comparing(Opinion::at));
            conflicts.add(new Conflict(image, List.copyOf(sorted)));
          }
        });
    conflicts.sort(Comparator.comparing(c -> c.opinions().getFirst().at()));
    return conflicts;
  }

  /** What counts when two people are compared: the same answer, and the same person named. */
  private record Said(Answer answer, @Nullable String movedTo) {
    static Said of(Opinion opinion) {
      return new Said(opinion.answer(), opinion.movedTo());
    }
  }

  /** Everything a person ever said, what they took back included, the oldest first. */
  synchronized List<Opinion> history(String person) {
    return all.stream().filter(opinion -> opinion.person().equals(person)).toList();
  }

  /** Every opinion ever given, in the order in which they came. */
  public List<Opinion> history() throws IOException {
    List<Opinion> history = new ArrayList<>();
    DurableLines.read(file, (seq, line) -> history.add(parse(seq, line)));
    return history;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
