package org.facewright.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.facewright.project.Generation;
import org.facewright.project.Project;
import org.facewright.project.Source;
import org.facewright.project.StageRun;
import org.facewright.project.Trace;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseImage.From;
import org.facewright.project.release.ReleaseInfo.ModelNote;
import org.facewright.project.release.ReleaseInfo.SourceNote;
import org.facewright.project.release.ReleaseRecipe;
import org.jspecify.annotations.Nullable;

/** Finds out where the images of a draft come from, under which licences and by which models. */
final class Origins {
  private static final String UNSTATED = "not stated";

  private final Project project;
  private final ReleaseRecipe recipe;
  private final Map<Long, From> traced = new LinkedHashMap<>();
  private final Map<String, Map<String, TreeSet<String>>> people = new TreeMap<>();
  private final Map<String, ModelNote> models = new TreeMap<>();

  Origins(Project project, ReleaseRecipe recipe) {
    this.project = project;
    this.recipe = recipe;
  }

  /** The images with their provenance. */
  List<ReleaseImage> traced(List<ReleaseImage> draft) {
    List<ReleaseImage> images = new ArrayList<>(draft.size());
    Map<Long, String> imports = new LinkedHashMap<>();
    project.sources().all().forEach(source -> imports.put(source.id(), source.name()));
    for (ReleaseImage image : draft) {
      From from = traced.computeIfAbsent(image.from().image(), _ -> trace(image.from()));
      Long source = from.importId();
      String imported = source == null ? "made here" : imports.getOrDefault(source, "");
      people
          .computeIfAbsent(image.source(), _ -> new TreeMap<>())
          .computeIfAbsent(imported, _ -> new TreeSet<>())
          .add(image.identity());
      images.add(
          new ReleaseImage(
              image.position(),
              image.stage(),
              image.identity(),
              image.source(),
              image.name(),
              image.sha256(),
              image.stored(),
              image.difficulty(),
              from,
              image.augmented()));
    }
    return images;
  }

  private From trace(From from) {
    Optional<Trace> trace = project.images().trace(from.image());
    Long source = trace.map(Trace::source).orElse(null);
    Long run = trace.map(Trace::run).orElse(null);
    Optional<Generation> made =
        source == null ? project.generations().ofImage(from.image()) : Optional.empty();
    made.ifPresent(
        each -> model(each.made().model(), each.made().modelHash(), "made pictures"));
    if (run != null) {
      note(run, source == null ? "made or judged pictures" : "judged pictures");
    }
    return new From(
        from.image(),
        trace.map(Trace::importedAs).orElse(from.label()),
        source,
        trace.map(Trace::position).orElse(0L),
        made.map(Generation::id).orElse(null),
        run,
        from.replaces());
  }

  private final Map<Long, Boolean> noted = new LinkedHashMap<>();

  private void note(long run, String use) {
    if (noted.putIfAbsent(run, true) == null) {
      project.runs().find(run).ifPresent(stage -> model(stage, use));
    }
  }

  private void model(StageRun stage, String use) {
    if (stage.model() != null) {
      model(stage.model(), stage.modelHash(), use + " (" + stage.stage() + ")");
    }
  }

  private void model(String name, @Nullable String hash, String use) {
    String known = hash == null ? "" : hash;
    models.putIfAbsent(name + known + use, new ModelNote(name, known, use));
  }

  /** The models that had a hand in it. */
  List<ModelNote> models() {
    return List.copyOf(models.values());
  }

  /** The data that is in it. */
  List<SourceNote> sources() throws IOException {
    List<SourceNote> notes = new ArrayList<>();
    for (var part : people.entrySet()) {
      for (var imported : part.getValue().entrySet()) {
        notes.add(note(part.getKey(), imported.getKey(), imported.getValue().size()));
      }
    }
    return notes;
  }

  private SourceNote note(String part, String imported, int identities) throws IOException {
    Optional<Source> source =
        project.sources().all().stream().filter(each -> each.name().equals(imported)).findFirst();
    String location = source.map(Source::location).orElse("");
    String stated = recipe.licences().get(part);
    if (stated != null) {
      return new SourceNote(part, imported, location, identities, stated, "the user");
    }
    Optional<Path> file = location.isEmpty() ? Optional.empty() : licence(Path.of(location));
    return file.isEmpty()
        ? new SourceNote(part, imported, location, identities, UNSTATED, "")
        : new SourceNote(
            part, imported, location, identities, firstLine(file.get()), file.get().toString());
  }

  /** A licence beside or in the data. */
  private static Optional<Path> licence(Path location) throws IOException {
    List<Path> places = new ArrayList<>(List.of(location));
    if (location.getParent() != null) {
      places.add(location.getParent());
    }
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          Optional<Path> found =
              files.filter(Files::isRegularFile).filter(Origins::named).sorted().findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean named(Path file) {
    return file.getFileName()
        .toString()
        .toLowerCase(Locale.ROOT)
        .matches("(licen[cs]e|copying)(\\.(txt|md))?");
  }

  private static String firstLine(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse(UNSTATED);
    }
  }
}
