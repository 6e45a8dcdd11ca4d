package org.facewright.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.app.report.Chart;
import org.facewright.app.report.Page;
import org.facewright.evaluation.Evaluation;
import org.facewright.leakage.LeakFigures;
import org.facewright.leakage.LeakReport;
import org.facewright.project.ImageState;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.project.release.Composition;
import org.facewright.training.run.RunReader;
import org.facewright.training.run.StepLine;

/** What a pipeline came to, as one self-contained page. */
final class PipelineReport {
  private static final int SMOOTHED = 10;

  private final PipelineConfig config;
  private final Workshop workshop;
  private final Project project;
  private final StageLog log;
  private final ReportFaces faces;

  PipelineReport(PipelineConfig config, Workshop workshop, StageLog log) {
    this.config = config;
    this.workshop = workshop;
    this.project = workshop.project();
    this.log = log;
    this.faces = new ReportFaces(project);
  }

  /** Writes the page. */
  void write(Path file, String version) throws PipelineException {
    try {
      Page page = new Page("From a noisy set to a trained recogniser");
      page.text(
          "Facewright %s, %d processors, Java %s. Source: %s. Recogniser: %s."
              .formatted(
                  version,
                  Runtime.getRuntime().availableProcessors(),
                  Runtime.version().feature(),
                  Path.of(config.source()).getFileName(),
                  config.model()));
      funnel(page);
      cleaning(page);
      growth(page);
      leaks(page);
      composition(page);
      training(page);
      evaluation(page);
      times(page);
      Files.writeString(file, page.html());
    } catch (IOException e) {
      throw new PipelineException("The report cannot be written: " + e.getMessage(), e);
    }
  }

  private boolean done(String stage) {
    return log.find(stage).isPresent();
  }

  private long figure(String stage, String name) {
    return log.find(stage)
        .map(done -> done.figures().get(name))
        .map(value -> ((Number) value).longValue())
        .orElse(0L);
  }

  private void funnel(Page page) {
    Map<String, Long> steps = new LinkedHashMap<>();
    steps.put("imported", figure("import", "images"));
    steps.put("consistent (clustering)", figure("clean", "kept"));
    if (done("verdicts")) {
      steps.put("consistent (all experts)", figure("verdicts", "kept"));
    }
    if (done("grow")) {
      steps.put("new, made here", figure("grow", "images"));
    }
    if (done("assemble")) {
      steps.put("in the training set", figure("assemble", "images"));
    }
    page.section("The way of the pictures").funnel(steps);
  }

  private void cleaning(Page page) throws IOException, PipelineException {
    if (!done("clean")) {
      return;
    }
    page.section("Cleaning");
    List<List<String>> rows = new ArrayList<>();
    for (String stage : List.of("clean", "verdicts")) {
      log.find(stage)
          .ifPresent(
              done -> {
                Map<String, Object> figures = done.figures();
                List<String> row = new ArrayList<>();
                row.add(stage.equals("clean") ? "clustering" : "with " + figures.get("by"));
                for (String name : List.of("kept", "rejected", "ambiguous")) {
                  row.add("%,d".formatted(figure(stage, name)));
                }
                for (String name : List.of("recall", "goodLost", "asked")) {
                  row.add(figures.containsKey(name) ? percent(figures.get(name)) : "not known");
                }
                rows.add(row);
              });
    }
    page.table(
        List.of(
            "expert", "kept", "rejected", "ambiguous", "mislabeled found", "good lost", "asked"),
        rows);
    PairSimilarities before = PairSimilarities.of(project, config.model(), image -> true);
    PairSimilarities after =
        PairSimilarities.of(project, config.model(), image -> image.state() == ImageState.KEPT);
    page.charts(similarities("before", before), similarities("after", after));
    page.text(
        "Faces by label, before and after: framed red is rejected, framed amber is left to people.");
    faces.beforeAndAfter(page);
  }

  private static Chart similarities(String when, PairSimilarities pairs) {
    return new Chart("cosine of two pictures, " + when + " cleaning", "share of pairs")
        .histogram("same label", -1, 1, pairs.same())
        .histogram("different labels", -1, 1, pairs.other());
  }

  private void growth(Page page) throws IOException {
    if (done("grow")) {
      page.section("New people")
          .text(
              "%,d identities, %,d pictures, %s; seed %d."
                  .formatted(
                      figure("grow", "identities"),
                      figure("grow", "images"),
                      config.grow().by(),
                      config.grow().seed()));
      faces.newPeople(page);
    }
  }

  private void leaks(Page page) throws PipelineException {
    if (!done("leak")) {
      return;
    }
    LeakReport report = LeakStage.latest(project);
    LeakFigures centres = report.centres();
    page.section("Leak check")
        .text(
            ("%,d new identities, %,d pairs: %,d above .5, %,d above .7, highest cosine %.3f; %,d"
                    + " left out (limit %s).")
                .formatted(
                    centres.asked(),
                    centres.pairs(),
                    centres.pairsAbove05(),
                    centres.pairsAbove07(),
                    centres.maxSimilarity(),
                    figure("leak", "leftOut"),
                    config.leak().limit()))
        .text(report.guarantee());
    page.table(
        List.of("gallery", "rows", "recogniser", "SHA-256", "above .5", "above .7", "highest"),
        report.galleries().stream()
            .map(
                one ->
                    List.of(
                        one.name(),
                        "%,d".formatted(one.rows()),
                        recogniser(one, report),
                        one.sha256().substring(0, 16) + "…",
                        "%,d".formatted(one.pairsAbove05()),
                        "%,d".formatted(one.pairsAbove07()),
                        "%.3f".formatted(one.maxSimilarity())))
            .toList());
    page.charts(
        new Chart("highest cosine of a new identity with anybody real", "share of identities")
            .histogram("new identities", -1, 1, centres.histogram())
            .mark(".5", .5)
            .mark(".7", .7));
  }

  private static String recogniser(LeakReport.Compared gallery, LeakReport report) {
    if (gallery.kind() == LeakGallery.Kind.PEOPLE) {
      return report.model();
    }
    return gallery.model() == null ? "not stated" : gallery.model();
  }

  private void composition(Page page) throws PipelineException {
    if (!done("assemble")) {
      return;
    }
    Composition made = AssembleStage.composition(project, AssembleStage.current(project));
    page.section("The training set").text(made.sentence() + ".");
    page.table(
        List.of("source", "identities", "of them replacing others", "images", "augmented"),
        made.sources().stream()
            .map(
                row ->
                    List.of(
                        row.source(),
                        "%,d".formatted(row.identities()),
                        "%,d".formatted(row.replacements()),
                        "%,d".formatted(row.images()),
                        "%,d".formatted(row.augmented())))
            .toList());
  }

  private void training(Page page) throws IOException {
    if (!done("train")) {
      return;
    }
    Chart loss = new Chart("step", "loss, mean of " + SMOOTHED + " steps");
    Chart seen = new Chart("step", "accuracy on them, mean of " + SMOOTHED + " steps");
    for (TrainStage.TrainRun run : TrainStage.runs(config)) {
      List<StepLine> steps = new RunReader(run.folder(workshop)).steps();
      double[] at = steps.stream().mapToDouble(StepLine::step).toArray();
      loss.line(run.name(), at, smooth(steps.stream().mapToDouble(StepLine::loss).toArray()));
      seen.line(run.name(), at, smooth(steps.stream().mapToDouble(StepLine::accuracy).toArray()));
    }
    page.section("Training")
        .text(
            "The same pictures in different orders; shuffled is the control. An order that opens"
                + " the set by and by takes fewer steps in as many epochs.")
        .charts(loss, seen);
  }

  private static double[] smooth(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      int from = Math.max(0, i - SMOOTHED + 1);
      for (int j = from; j <= i; j++) {
        sum += values[j];
      }
      smooth[i] = sum / (i - from + 1);
    }
    return smooth;
  }

  private void evaluation(Page page) throws PipelineException {
    List<Evaluation> all = done("evaluate") ? EvaluateStage.latest(project, config) : List.of();
    if (all.isEmpty()) {
      return;
    }
    page.section("Evaluation");
    page.table(
        List.of("order", "set", "pairs", "accuracy", "95 % interval", "AUC", "EER"),
        all.stream()
            .map(
                one ->
                    List.of(
                        one.order().model(),
                        one.set(),
                        "%,d".formatted(one.pairs()),
                        percent(one.accuracy()),
                        percent(one.accuracyInterval().low())
                            + " – "
                            + percent(one.accuracyInterval().high()),
                        "%.4f".formatted(one.auc()),
                        percent(one.eer())))
            .toList());
    Chart roc = new Chart("false acceptance rate", "true acceptance rate");
    all.forEach(one -> roc.line(one.order().model() + ", " + one.set(), one.far(), one.tar()));
    Evaluation first = all.getFirst();
    page.charts(
        roc,
        new Chart("cosine of a pair, " + first.order().model(), "share of pairs")
            .histogram("genuine", -1, 1, first.genuine())
            .histogram("impostor", -1, 1, first.impostor())
            .mark("equal error", first.threshold()));
  }

  private void times(Page page) {
    page.section("Time and settings");
    page.table(
        List.of("stage", "seconds"),
        log.all().stream()
            .map(done -> List.of(done.stage(), String.format(Locale.ROOT, "%.1f", done.seconds())))
            .toList());
    page.verbatim("Everything that was told, with all seeds", PipelineJson.write(config));
  }

  private static String percent(Object share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * ((Number) share).doubleValue());
  }
}
