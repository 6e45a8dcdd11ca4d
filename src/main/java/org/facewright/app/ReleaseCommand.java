package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facewright.assembly.Assembler;
import org.facewright.assembly.ReleaseDiff;
import org.facewright.exchange.release.ReleaseExportJob;
import org.facewright.exchange.release.ReleaseExportSettings;
import org.facewright.jobs.JobRecord;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.facewright.project.ReleaseRecord;
import org.facewright.project.release.Release;
import org.facewright.project.release.ReleaseImage;
import org.facewright.project.release.ReleaseInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facewright release}: the frozen sets of a project. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, compares, takes back and exports frozen releases.")
final class ReleaseCommand implements Runnable {
  private static final String NAME = "NAME[-vN]";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.err);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all releases; a star marks the version that a name stands for.")
  int list(@Mixin Output output, @Mixin ProjectOption project) throws ProjectException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      List<ReleaseRecord> all = session.project().releases().all();
      String text =
          all.isEmpty()
              ? "no releases yet; make one with: facewright assemble"
              : String.join(
                  System.lineSeparator(), all.stream().map(ReleaseText::line).toList());
      output.result(text, Map.of("releases", all.stream().map(ReleaseText::figures).toList()));
      return ExitCodes.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows what a release is composed of and where that comes from.")
  int show(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Option(names = "--verify", description = "read every picture and check it") boolean verify,
      @Parameters(paramLabel = NAME) String name)
      throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Project opened = session.project();
      ReleaseRecord record = ReleaseText.find(opened, name);
      try (Release release = new Assembler(opened).open(record)) {
        int checked = verify ? check(release) : 0;
        ReleaseInfo info = release.info();
        Map<String, Object> figures = new LinkedHashMap<>(ReleaseText.figures(record));
        figures.put("checked", checked);
        figures.put("info", info);
        String told = verify ? "%n%,d pictures are as they were frozen".formatted(checked) : "";
        output.result(
            record.title()
                + ": "
                + CompositionTable.text(info.composition())
                + System.lineSeparator()
                + ReleaseText.papers(info)
                + told,
            figures);
        return ExitCodes.DONE;
      }
    }
  }

  private static int check(Release release) throws IOException {
    int checked = 0;
    for (ReleaseImage image : release.images()) {
      checked += release.picture(image).length > 0 ? 1 : 0;
    }
    return checked;
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "Says what is different in a second release.")
  int diff(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Parameters(index = "0", paramLabel = "FIRST") String first,
      @Parameters(index = "1", paramLabel = "SECOND") String second)
      throws ProjectException, IOException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Project opened = session.project();
      ReleaseRecord before = ReleaseText.find(opened, first);
      ReleaseRecord after = ReleaseText.find(opened, second);
      Assembler assembler = new Assembler(opened);
      try (Release one = assembler.open(before);
          Release other = assembler.open(after)) {
        ReleaseDiff diff = ReleaseDiff.of(one, other);
        output.result(
            sentence(before.title(), after.title(), diff),
            figures(before.title(), after.title(), diff));
        return ExitCodes.DONE;
      }
    }
  }

  private static String sentence(String first, String second, ReleaseDiff diff) {
    String recipe = diff.recipe() ? " (the recipes differ)" : "";
    if (diff.nothing()) {
      return "%s and %s hold the same images in the same order%s".formatted(first, second, recipe);
    }
    return ("%s against %s: %,d images more, %,d fewer, %,d changed; %,d identities more, %,d fewer;"
            + " of %,d in both %,d stand elsewhere, %,d in another stage, %,d with another source%s")
        .formatted(
            second,
            first,
            diff.gained().size(),
            diff.lost().size(),
            diff.changed().size(),
            diff.gainedIdentities().size(),
            diff.lostIdentities().size(),
            diff.same(),
            diff.moved(),
            diff.restaged(),
            diff.resourced(),
            recipe);
  }

  private static Map<String, Object> figures(String first, String second, ReleaseDiff diff) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("first", first);
    figures.put("second", second);
    figures.put("same", diff.same());
    figures.put("moved", diff.moved());
    figures.put("restaged", diff.restaged());
    figures.put("resourced", diff.resourced());
    figures.put("recipe", diff.recipe());
    figures.put("gainedIdentities", diff.gainedIdentities());
    figures.put("lostIdentities", diff.lostIdentities());
    figures.put("gained", names(diff.gained()));
    figures.put("lost", names(diff.lost()));
    figures.put("changed", names(diff.changed()));
    return figures;
  }

  private static List<String> names(List<ReleaseImage> images) {
    return images.stream().map(image -> image.identity() + "/" + image.name()).toList();
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = {
        "Makes an older version the one that its name stands for; nothing is deleted.",
        "--undo takes the last such choice back."
      })
  int rollback(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Option(names = "--undo", description = "take the last choice about a name back")
          boolean undo,
      @Parameters(paramLabel = "NAME-vN", description = "with --undo: NAME") String name)
      throws ProjectException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Project opened = session.project();
      ReleaseRecord now = undo ? undone(opened, name) : chosen(opened, name);
      output.result(
          "%s stands for %s now".formatted(now.name(), now.title()), ReleaseText.figures(now));
      return ExitCodes.DONE;
    }
  }

  private static ReleaseRecord chosen(Project project, String name) {
    ReleaseRecord found = ReleaseText.find(project, name);
    return project
        .releases()
        .makeCurrent(found.name(), found.version(), Session.person(), "rolled back");
  }

  private static ReleaseRecord undone(Project project, String name) {
    Optional<ReleaseRecord> now = project.releases().undoChoice(name);
    return now.orElseThrow(
        () -> new UserException("There is no choice about " + name + " to take back."));
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a release for other trainers, and reads it back.",
        "Stopped or killed, the same command goes on."
      })
  int export(
      @Mixin Output output,
      @Mixin ProjectOption project,
      @Option(
              names = "--format",
              defaultValue = "folders",
              description =
                  "folders, stage-folders, hsface-lmdb, recordio, webdataset or list (default: ${DEFAULT-VALUE})")
          String format,
      @Option(
              names = "--keep-metadata",
              description = "leave EXIF and comments in the pictures, and say where the data lies")
          boolean metadata,
      @Option(
              names = "--list-root",
              paramLabel = "PATH",
              defaultValue = "",
              description = "put before every path of order.txt")
          String root,
      @Parameters(index = "0", paramLabel = NAME) String name,
      @Parameters(index = "1", paramLabel = "TARGET", description = "a new folder") Path target)
      throws ProjectException {
    try (Session session = project.open(output, Installation.here().noEngines())) {
      ReleaseRecord record = ReleaseText.find(session.project(), name);
      ReleaseExportSettings settings =
          new ReleaseExportSettings(
              record.title(), format, target.toAbsolutePath().normalize().toString(), metadata, root);
      JobRecord job =
          new JobRunner(session.jobs(), output)
              .run(ReleaseExportJob.NAME, "Exporting " + record.title(), settings.toJson());
      int code = JobRunner.exitCode(job, false);
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("release", record.title());
      figures.put("format", format);
      figures.put("target", settings.target());
      figures.put("state", job.state().name());
      output.result(String.valueOf(job.message()), figures);
      return code;
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }
}
