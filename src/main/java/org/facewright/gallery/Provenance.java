package org.facewright.gallery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facewright.project.Decision;
import org.facewright.project.FaceImage;
import org.facewright.project.Generation;
import org.facewright.project.Growth;
import org.facewright.project.Project;
import org.facewright.project.StageRun;
import org.facewright.project.Trace;
import org.facewright.ui.text.Texts;
import org.facewright.ui.text.Told;

/**
 * Where a picture comes from and who said what about it.
 *
 * @param lines name and value, in the order in which to read them
 */
public record Provenance(FaceImage image, List<Line> lines) {
  private static final Texts TEXTS = Texts.of(Provenance.class);

  /** One fact. */
  public record Line(String name, String value) {}

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern(TEXTS.get("when")).withZone(ZoneId.systemDefault());

  static Provenance read(Project project, FaceImage image) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(TEXTS.get("fact.name"), image.name()));
    lines.add(new Line(TEXTS.get("fact.state"), words(image)));
    if (!Float.isNaN(image.similarity())) {
      lines.add(
          new Line(
              TEXTS.get("fact.similarity"),
              TEXTS.get("fact.similarity.value", image.similarity())));
    }
    lines.add(
        new Line(
            TEXTS.get("fact.size"), TEXTS.get("fact.size.value", image.width(), image.height())));
    Optional<Trace> trace = project.images().trace(image.id());
    trace.ifPresent(found -> origin(project, found, lines));
    project.generations().ofImage(image.id()).ifPresent(made -> generated(made, lines));
    project.growths().ofImage(image.id()).ifPresent(grown -> grown(project, grown, lines));
    lines.add(new Line("SHA-256", image.hash().toString()));
    for (Decision decision : project.decisions().of(image.id())) {
      lines.add(new Line(TEXTS.get("fact.decision", decision.seq()), words(decision)));
    }
    return new Provenance(image, lines);
  }

  private static String words(Decision decision) {
    String person = decision.person();
    String when = WHEN.format(decision.at());
    return switch (decision.kind()) {
      case JUDGE -> TEXTS.get("decision.judge", person, when);
      case MOVE -> TEXTS.get("decision.move", person, when);
      case ACCEPT -> TEXTS.get("decision.accept", person, when);
      case UNDO -> TEXTS.get("decision.undo", person, when);
    };
  }

  /** What draws it again. */
  private static void generated(Generation generation, List<Line> lines) {
    Generation.Made made = generation.made();
    lines.add(new Line(TEXTS.get("fact.drawn-from"), made.prompt()));
    if (made.negative() != null && !made.negative().isEmpty()) {
      lines.add(new Line(TEXTS.get("fact.kept-away"), made.negative()));
    }
    lines.add(
        new Line(
            TEXTS.get("fact.drawn-by"),
            TEXTS.get(
                "fact.drawn-by.value",
                made.model(),
                String.valueOf(made.seed()),
                made.steps(),
                made.attempt() + 1,
                WHEN.format(generation.at()))));
    lines.add(new Line(TEXTS.get("fact.model-hash"), made.modelHash()));
    lines.add(new Line(TEXTS.get("fact.settings"), made.facts()));
  }

  /** The vector it was drawn around, and what draws it again. */
  private static void grown(Project project, Growth.Trace trace, List<Line> lines) {
    lines.add(new Line(TEXTS.get("fact.drawn-from"), trace.growth().made().reference()));
    lines.add(new Line(TEXTS.get("fact.variant"), words(trace)));
    project
        .runs()
        .find(trace.growth().made().run())
        .ifPresent(
            run -> {
              lines.add(
                  new Line(TEXTS.get("fact.generator-hash"), String.valueOf(run.modelHash())));
              lines.add(new Line(TEXTS.get("fact.settings"), run.settings()));
            });
  }

  private static String words(Growth.Trace trace) {
    Object[] facts = {
      trace.number() + 1,
      trace.amount(),
      String.valueOf(trace.seed()),
      trace.attempt() + 1,
      WHEN.format(trace.growth().at()),
      trace.similarity()
    };
    return Double.isNaN(trace.similarity())
        ? TEXTS.get("fact.variant.unmeasured", facts)
        : TEXTS.get("fact.variant.value", facts);
  }

  /** How an image stands and why. */
  static String words(FaceImage image) {
    String state =
        switch (image.state()) {
          case UNJUDGED -> TEXTS.get("one.unjudged-yet");
          case KEPT -> TEXTS.get("one.kept");
          case REJECTED -> TEXTS.get("one.rejected");
          case AMBIGUOUS -> TEXTS.get("one.ambiguous");
        };
    String said = image.decided() ? TEXTS.get("one.decided", state) : state;
    return image.reason() == null
        ? said
        : TEXTS.get("one.because", said, Told.words(image.reason()));
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
                          TEXTS.get("fact.source"),
                          TEXTS.get(
                              "fact.source.value",
                              from.location(),
                              from.format(),
                              String.valueOf(trace.position()),
                              trace.importedAs()))));
    }
    Long run = trace.run();
    if (run != null) {
      project
          .runs()
          .find(run)
          .ifPresent(by -> lines.add(new Line(TEXTS.get("fact.judged-by"), words(by))));
    }
  }

  private static String words(StageRun run) {
    String id = String.valueOf(run.id());
    String started = WHEN.format(run.started());
    return run.model() == null
        ? TEXTS.get("fact.run", id, run.stage(), run.codeVersion(), started)
        : TEXTS.get("fact.run-model", id, run.stage(), run.codeVersion(), started, run.model());
  }
}
