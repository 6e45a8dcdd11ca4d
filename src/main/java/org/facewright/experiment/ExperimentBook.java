package org.facewright.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.facewright.jobs.WholeFile;
import org.facewright.project.Project;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The plans of a project's experiments, a folder each. Thread-safe, stateless. */
public final class ExperimentBook {
  /** Settings of runs that came after the first plans were written, and what they were then. */
  private static final Map<String, Object> LATER = Map.of("devices", 1);

  private static final String FILE = "experiment.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  /**
   * @param folder need not exist
   */
  public ExperimentBook(Path folder) {
    this.folder = folder;
  }

  public static ExperimentBook of(Project project) {
    return new ExperimentBook(project.folder().resolve("runs").resolve("experiments"));
  }

  /** What one reading found; what cannot be read is named in a sentence each. */
  public record Shelf(List<ExperimentPlan> plans, List<String> unreadable) {}

  /** Where an experiment's own files lie. */
  public Path folder(String name) {
    return folder.resolve(name);
  }

  /** All plans, the newest first. */
  public Shelf all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Shelf(List.of(), List.of());
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files =
          listed
              .map(each -> each.resolve(FILE))
              .filter(Files::isRegularFile)
              .sorted(Comparator.comparing(ExperimentBook::age))
              .toList();
    }
    List<ExperimentPlan> plans = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        plans.add(read(file));
      } catch (IOException e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
    return new Shelf(plans, unreadable);
  }

  private static long age(Path file) {
    return -file.toFile().lastModified();
  }

  /** A plan by its name. */
  public Optional<ExperimentPlan> find(String name) throws IOException {
    Path file = folder(name).resolve(FILE);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static ExperimentPlan read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), ExperimentPlan.class);
    } catch (JacksonException e) {
      throw new IOException(file + " cannot be understood: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Keeps a plan; one that is there already stays as it is.
   *
   * @throws IOException if another plan has its name
   */
  public void keep(ExperimentPlan plan) throws IOException {
    Optional<ExperimentPlan> known = find(plan.name());
    if (known.isPresent()) {
      if (!same(known.get(), plan)) {
        throw new IOException(
            "There is another experiment "
                + plan.name()
                + " in this project; choose another name.");
      }
      return;
    }
    WholeFile.write(
        folder(plan.name()).resolve(FILE),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan));
  }

  private static boolean same(ExperimentPlan known, ExperimentPlan plan) {
    return settings(known).equals(settings(plan)) && untrained(known).equals(untrained(plan));
  }

  /** What runs are told, with what an older version did not know to write. */
  private static Map<String, Object> settings(ExperimentPlan plan) {
    Map<String, Object> all = new HashMap<>(LATER);
    if (!plan.training().isEmpty()) {
      all.putAll(JSON.readValue(plan.training(), new TypeReference<Map<String, Object>>() {}));
    }
    return all;
  }

  private static ExperimentPlan untrained(ExperimentPlan plan) {
    return new ExperimentPlan(
        plan.name(),
        plan.question(),
        plan.arms(),
        plan.seeds(),
        "",
        plan.sets(),
        plan.release(),
        plan.model(),
        plan.identities());
  }

  /** Forgets a plan; the runs of its trials stay. */
  public void remove(String name) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.list(folder(name))) {
      files = inside.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder(name));
  }

  /**
   * A name that is free, such as {@code cleaning-2}.
   *
   * @param taken whether something else of the project has the name
   */
  public String freeName(Question question, Predicate<String> taken) {
    String name = question.word();
    for (int n = 2; Files.exists(folder(name)) || taken.test(name); n++) {
      name = question.word() + "-" + n;
    }
    return name;
  }
}
