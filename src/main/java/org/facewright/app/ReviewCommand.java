package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.project.ProjectException;
import org.facewright.review.Agreement;
import org.facewright.review.AuditCsv;
import org.facewright.review.BundleDesk;
import org.facewright.review.BundleImport;
import org.facewright.review.ReviewMode;
import org.facewright.review.ReviewStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "What people decide: bundles for other annotators, statistics, the audit trail.",
      "Reviewing itself happens in the window: facewright open"
    },
    subcommands = {
      ReviewCommand.Export.class,
      ReviewCommand.Import.class,
      ReviewCommand.Stats.class,
      ReviewCommand.Audit.class,
      ReviewSimulation.class,
    })
final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a bundle (questions and pictures) for somebody else to answer:",
        "they open it with: facewright open FILE"
      })
  static final class Export implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Parameters(paramLabel = "FILE", description = "the bundle, such as review.zip")
    private Path file = Path.of(".");

    @Option(
        names = "--mode",
        defaultValue = "OPEN",
        description = "${COMPLETION-CANDIDATES}: which questions (default: ${DEFAULT-VALUE})")
    private ReviewMode mode = ReviewMode.OPEN;

    @Option(
        names = "--most",
        defaultValue = "1000",
        paramLabel = "N",
        description = "the most urgent ones (default: ${DEFAULT-VALUE})")
    private int most = 1000;

    @Option(
        names = "--for",
        paramLabel = "NAME",
        description = "who is to answer: what they judged before is not asked again")
    private String annotator = "";

    @Option(names = "--blind", description = "leave out what the experts say")
    private boolean blind;

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        int count =
            new BundleDesk(session.reviews(), Clock.systemUTC())
                .export(file, mode, Session.person(), annotator, most, blind);
        output.result(
            "%,d questions in %s".formatted(count, file),
            Map.of("questions", count, "file", file.toString(), "blind", blind));
        return ExitCodes.DONE;
      }
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Takes answers over. Where nobody disagrees they become decisions;",
        "conflicts become a queue in the window. The same file twice adds nothing."
      })
  static final class Import implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Parameters(paramLabel = "FILE", description = "the answers that came back")
    private Path file = Path.of(".");

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        BundleImport taken = new BundleDesk(session.reviews(), Clock.systemUTC()).take(file);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("added", taken.added().size());
        figures.put("known", taken.known());
        figures.put("unknown", taken.unknown().size());
        figures.put("conflicts", taken.conflicts().size());
        output.result(taken.sentence(), figures);
        return ExitCodes.DONE;
      }
    }
  }

  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description =
          "Who answered how much and how fast; agreement with experts and between people.")
  static final class Stats implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        ReviewStatistics all = ReviewStatistics.of(session.reviews());
        StringBuilder text = new StringBuilder();
        all.people()
            .forEach(
                (name, person) ->
                    text.append(
                        "%s: %,d answers, %.1f a minute%n"
                            .formatted(name, person.answers(), person.aMinute())));
        all.experts()
            .forEach((name, agreement) -> text.append(line("people / " + name, agreement)));
        all.between().forEach((name, agreement) -> text.append(line(name, agreement)));
        text.append("%,d open, %,d conflicts".formatted(all.open(), all.conflicts()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("people", all.people());
        figures.put("experts", all.experts());
        figures.put("between", all.between());
        figures.put("conflicts", all.conflicts());
        figures.put("open", all.open());
        output.result(text.toString(), figures);
        return ExitCodes.DONE;
      }
    }

    private static String line(String who, Agreement agreement) {
      return "%s: agree on %,d of %,d (%.1f %%), kappa %s%n"
          .formatted(
              who,
              agreement.agreed(),
              agreement.items(),
              100 * agreement.observed(),
              Double.isNaN(agreement.kappa())
                  ? "unknown"
                  : String.format(Locale.ROOT, "%.2f", agreement.kappa()));
    }
  }

  @Command(
      name = "audit",
      mixinStandardHelpOptions = true,
      description =
          "Writes who said what of which image, when, why, with which models' votes: CSV.")
  static final class Audit implements Callable<Integer> {
    @Mixin private Output output = new Output();
    @Mixin private ProjectOption project = new ProjectOption();

    @Parameters(paramLabel = "FILE", description = "the CSV file")
    private Path file = Path.of(".");

    @Override
    public Integer call() throws ProjectException, IOException {
      try (Session session = project.open(output, Installation.here().noEngines())) {
        int opinions = AuditCsv.write(session.reviews(), file);
        output.result(
            "%,d opinions in %s".formatted(opinions, file),
            Map.of("opinions", opinions, "file", file.toString()));
        return ExitCodes.DONE;
      }
    }
  }
}
