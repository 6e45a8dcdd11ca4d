package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Source;
import org.facewright.project.ViewOnlyException;
import org.facewright.review.BundleReader;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/** Takes what is dropped or chosen: opens projects, imports datasets, refuses the rest. */
final class ImportDesk {
  private static final Texts TEXTS = Texts.of(ImportDesk.class);

  private final Desktop desktop;

  ImportDesk(Desktop desktop) {
    this.desktop = desktop;
  }

  /**
   * Several datasets go into one project; a project or a bundle of questions among them is opened
   * instead, answers that come back are taken over.
   */
  void take(List<Path> paths) {
    Optional<Path> project =
        paths.stream().filter(path -> Files.exists(path.resolve("facewright.json"))).findFirst();
    Optional<Path> bundle =
        paths.stream().filter(path -> is(path, BundleReader.Kind.QUESTIONS)).findFirst();
    if (project.or(() -> bundle).isPresent()) {
      desktop.open(project.or(() -> bundle).get());
    } else if (desktop.actions().resting()) {
      desktop.shell().notices().problem(Told.why(new ViewOnlyException()));
    } else if (desktop.bench().isPresent()) {
      paths.forEach(this::bringIn);
    } else if (!paths.isEmpty()) {
      begin(paths);
    }
  }

  private static boolean is(Path path, BundleReader.Kind kind) {
    return Files.isRegularFile(path) && BundleReader.kind(path).equals(Optional.of(kind));
  }

  /** Without a project: one named after what was dropped, once it is known to be a dataset. */
  private void begin(List<Path> paths) {
    Path projects = desktop.projects();
    desktop.inBackground(
        () -> {
          paths.forEach(ImportDesk::format);
          return free(projects, stem(paths.getFirst()));
        },
        place -> desktop.create(place, paths),
        desktop.shell().notices()::problem);
  }

  private static String stem(Path path) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static Path free(Path folder, String name) {
    Path place = folder.resolve(name);
    for (int number = 2; Files.exists(place); number++) {
      place = folder.resolve(name + "-" + number);
    }
    return place;
  }

  private void bringIn(Path path) {
    if (is(path, BundleReader.Kind.ANSWERS)) {
      desktop.bench().ifPresent(bench -> bench.errands().take(path));
      return;
    }
    desktop
        .bench()
        .ifPresent(
            bench ->
                desktop.inBackground(
                    () -> submit(bench.session(), path),
                    title -> desktop.shell().notices().tell(TEXTS.get("job.begun", title)),
                    desktop.shell().notices()::problem));
  }

  private static String format(Path path) {
    return new DatasetFormats()
        .detect(path)
        .orElseThrow(() -> new UserException(TEXTS.get("import.unknown-format", path)));
  }

  private static String submit(Session session, Path path) {
    String format = format(path);
    ImportSettings settings =
        new ImportSettings(
            format, path.toAbsolutePath().normalize().toString(), null, null, "imported", false);
    Source source = ImportJob.source(session.project(), settings);
    JobQueue jobs = session.jobs();
    String title = TEXTS.get("job.importing", source.name());
    JobRecord known = jobs.unfinished(ImportJob.NAME, settings.toJson());
    if (known == null) {
      jobs.submit(ImportJob.NAME, title, settings.toJson());
    } else if (known.state() == JobState.PAUSED) {
      jobs.resume(known.id());
    }
    return title;
  }
}
