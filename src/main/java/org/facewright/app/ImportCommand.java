package org.facewright.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.exchange.DatasetFormats;
import org.facewright.exchange.ImportJob;
import org.facewright.exchange.ImportSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.project.ImportBatch;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a dataset into the project.",
      "Importing the same again adds nothing twice; an interrupted import goes on where it was."
    })
final class ImportCommand implements Callable<Integer> {
  private static final int LISTED = 20;

  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "folders, archive, hsface-lmdb, vec2face-lmdb, recordio, insightface-bin or features;",
        "without it Facewright looks at the source"
      })
  private @Nullable String format;

  @Option(names = "--mask", description = ".npy file of positions to take from an LMDB")
  private @Nullable Path mask;

  @Option(names = "--features", description = ".npy matrix or folder of features of the pictures")
  private @Nullable Path features;

  @Option(
      names = "--model-name",
      paramLabel = "NAME",
      defaultValue = "imported",
      description = "what features that come along are called (default: ${DEFAULT-VALUE})")
  private String modelName = "imported";

  @Option(
      names = "--merge",
      description = "a label that is known from another source means the same person")
  private boolean merge;

  @Option(names = "--strict", description = "exit with 3 if an item could not be read")
  private boolean strict;

  @Parameters(paramLabel = "SOURCE", description = "the file or folder to import")
  private Path source = Path.of(".");

  @Override
  public Integer call() throws ProjectException {
    if (!Files.exists(source)) {
      throw new UserException(source + " does not exist");
    }
    ImportSettings settings =
        new ImportSettings(
            formatOf(),
            source.toAbsolutePath().normalize().toString(),
            text(mask),
            text(features),
            modelName,
            merge);
    try (Session session = project.open(output, Installation.here().noEngines())) {
      return run(session, settings);
    }
  }

  private static @Nullable String text(@Nullable Path path) {
    return path == null ? null : path.toAbsolutePath().normalize().toString();
  }

  private String formatOf() {
    DatasetFormats formats = new DatasetFormats();
    if (format != null) {
      return format;
    }
    return formats
        .detect(source)
        .orElseThrow(
            () ->
                new UserException(
                    source + " is of no format that Facewright knows; name it with --format"));
  }

  private int run(Session session, ImportSettings settings) {
    Project opened = session.project();
    Source target = ImportJob.source(opened, settings);
    long before = opened.images().count();
    JobRecord job =
        new JobRunner(session.jobs(), output)
            .run(ImportJob.NAME, "Importing " + target.name(), settings.toJson());
    int code = JobRunner.exitCode(job, strict);
    ImportBatch.Result totals = opened.sources().totals(target.id());
    long added = opened.images().count() - before;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("format", settings.format());
    figures.put("added", added);
    figures.put("images", totals.added());
    figures.put("identities", opened.identities().count());
    figures.put("duplicates", totals.duplicates());
    figures.put("unreadable", totals.unreadable());
    figures.put("unreadableItems", unreadable(opened.sources().unreadable(target.id(), LISTED)));
    output.result(
        "Imported %,d images from %s: %s".formatted(added, target.name(), job.message()), figures);
    return code;
  }

  private static List<Map<String, Object>> unreadable(List<ImportBatch.Unreadable> items) {
    return items.stream()
        .map(
            item ->
                Map.<String, Object>of(
                    "place", item.place(), "offset", item.offset(), "reason", item.reason()))
        .toList();
  }
}
