package org.facewright.gallery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.facewright.project.Decision;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.Growth;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import org.facewright.project.Trace;

/**
 * Where a picture comes from and who said what about it.
 *
 * @param lines name and value, in the order in which to read them
 */
public record Provenance(FaceImage image, List<Line> lines) {
  /** One fact. */
  public record Line(String name, String value) {}

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  static Provenance read(Project project, FaceImage image) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Name", image.name()));
    lines.add(new Line("State", words(image)));
    if (!Float.isNaN(image.similarity())) {
      lines.add(
          new Line(
              "Similarity", String.format(Locale.ROOT, "%.3f to the centre", image.similarity())));
    }
    lines.add(new Line("Size", image.width() + " × " + image.height() + " pixels"));
    Optional<Trace> trace = project.images().trace(image.id());
    trace.ifPresent(found -> origin(project, found, lines));
    project.generations().ofImage(image.id()).ifPresent(made -> generated(made, lines));
    project.growths().ofImage(image.id()).ifPresent(grown -> grown(project, grown, lines));
    lines.add(new Line("SHA-256", image.hash().toString()));
    for (Decision decision : project.decisions().of(image.id())) {
      lines.add(
          new Line(
              "Decision " + decision.seq(),
              decision.kind().name().toLowerCase(Locale.ROOT)
                  + " by "
                  + decision.person()
                  + ", "
                  + WHEN.format(decision.at())));
    }
    return new Provenance(image, lines);
  }

  /** What draws it again. */
  private static void generated(Generation generation, List<Line> lines) {
    Generation.Made made = generation.made();
    lines.add(new Line("Drawn from", made.prompt()));
    if (made.negative() != null && !made.negative().isEmpty()) {
      lines.add(new Line("Kept away from", made.negative()));
    }
    lines.add(
        new Line(
            "Drawn by",
            "%s, seed %d, %d steps, try %d, %s"
                .formatted(
                    made.model(),
                    made.seed(),
                    made.steps(),
                    made.attempt() + 1,
                    WHEN.format(generation.at()))));
    lines.add(new Line("Model's SHA-256", made.modelHash()));
    lines.add(new Line("Settings", made.facts()));
  }

  /** The vector it was drawn around, and what draws it again. */
  private static void grown(Project project, Growth.Trace trace, List<Line> lines) {
    lines.add(new Line("Drawn from", trace.growth().made().reference()));
    lines.add(
        new Line(
            "Variant",
            String.format(
                Locale.ROOT,
                "%d, moved by %.2f, seed %d, try %d%s, %s",
                trace.number() + 1,
                trace.amount(),
                trace.seed(),
                trace.attempt() + 1,
                Double.isNaN(trace.similarity())
                    ? ""
                    : String.format(Locale.ROOT, ", similarity %.3f", trace.similarity()),
                WHEN.format(trace.growth().at()))));
    project
        .runs()
        .find(trace.growth().made().run())
        .ifPresent(
            run -> {
              lines.add(new Line("Generator's SHA-256", String.valueOf(run.modelHash())));
              lines.add(new Line("Settings", run.settings()));
            });
  }

  /** How an image stands and why. */
  static String words(FaceImage image) {
    String state =
        switch (image.state()) {
          case UNJUDGED -> "not judged yet";
          case KEPT -> "kept";
          case REJECTED -> "rejected";
          case AMBIGUOUS -> "ambiguous";
        };
    String by = image.decided() ? ", decided by a person" : "";
    return image.reason() == null ? state + by : state + by + ": " + image.reason();
  }

  private static void origin(Project project, Trace trace, List<Line> lines) {
    Long source = trace.source();
    if (source != null) {
      project
          .sources()
          .find(source)
          .ifPresent(
              from ->
                  lines.add(
                      new Line(
                          "Source",
                          from.location()
                              + ", "
                              + from.format()
                              + ", item "
                              + trace.position()
                              + ", labelled "
                              + trace.importedAs())));
    }
    Long run = trace.run();
    if (run != null) {
      project.runs().find(run).ifPresent(by -> lines.add(new Line("Judged by", words(by))));
    }
  }

  private static String words(StageRun run) {
    String model = run.model() == null ? "" : " with " + run.model();
    return "run "
        + run.id()
        + ", "
        + run.stage()
        + model
        + ", version "
        + run.codeVersion()
        + ", "
        + WHEN.format(run.started());
  }
}
