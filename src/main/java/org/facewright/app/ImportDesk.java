package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.jobs.JobQueue;
import org.facewright.jobs.JobRecord;
import org.facewright.jobs.JobState;
import org.facewright.project.Source;

/** Takes what is dropped or chosen: opens projects, imports datasets, refuses the rest. */
final class ImportDesk {
  private final Desktop desktop;

  ImportDesk(Desktop desktop) {
    this.desktop = desktop;
  }

  void take(List<Path> paths) {
    paths.forEach(this::take);
  }

  private void take(Path path) {
    if (Files.exists(path.resolve("facewright.json"))) {
      desktop.open(path);
      return;
    }
    desktop
        .bench()
        .ifPresentOrElse(
            bench ->
                desktop.inBackground(
                    () -> submit(bench.session(), path),
                    title -> desktop.shell().notices().tell(title + " …"),
                    desktop.shell().notices()::problem),
            () ->
                desktop
                    .shell()
                    .notices()
                    .problem(
                        "Make or open a project first; then drop " + path.getFileName() + "."));
  }

  private static String submit(Session session, Path path) {
    String format =
        new DatasetFormats()
            .detect(path)
            .orElseThrow(
                () ->
                    new UserException(
                        path
                            + " is of no format that Facewright knows: drop a folder with one"
                            + " folder of pictures a person, or a .zip, .tar, .lmdb, .rec or .bin"
                            + " file."));
    ImportSettings settings =
        new ImportSettings(
            format, path.toAbsolutePath().normalize().toString(), null, null, "imported", false);
    Source source = ImportJob.source(session.project(), settings);
    if (source.complete()) {
      session.project().sources().rewind(source.id());
    }
    JobQueue jobs = session.jobs();
    String title = "Importing " + source.name();
    JobRecord known = jobs.unfinished(ImportJob.NAME, settings.toJson());
    if (known == null) {
      jobs.submit(ImportJob.NAME, title, settings.toJson());
    } else if (known.state() == JobState.PAUSED) {
      jobs.resume(known.id());
    }
    return title;
  }
}
