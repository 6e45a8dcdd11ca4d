package org.facewright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.facewright.jobs.JobRecord;
import org.facewright.leakage.Galleries;
import org.facewright.leakage.LeakCheck;
import org.facewright.leakage.LeakFigures;
import org.facewright.leakage.LeakJob;
import org.facewright.leakage.LeakOrder;
import org.facewright.leakage.LeakPair;
import org.facewright.leakage.LeakReport;
import org.facewright.leakage.LeakReports;
import org.facewright.leakage.LeakRulings;
import org.facewright.leakage.ReportFiles;
import org.facewright.leakage.search.GalleryException;
import org.facewright.leakage.search.LeakEngine;
import org.facewright.leakage.search.Way;
import org.facewright.project.DecisionKind;
import org.facewright.project.LeakGallery;
import org.facewright.project.Project;
import org.facewright.project.ProjectException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "leak",
    mixinStandardHelpOptions = true,
    description = {
      "Compares every new identity with galleries of real people, exactly.",
      "Without --gallery and --real: with the galleries that the project lists, else with"
          + " everybody",
      "who was imported. What was compared before is not compared again."
    })
final class LeakCommand implements Callable<Integer> {
  private static final int PRINTED = 10;

  @Mixin private Output output = new Output();
  @Mixin private ProjectOption project = new ProjectOption();

  @Option(
      names = "--gallery",
      paramLabel = "PATH",
      description =
          "real people: a .npy file of rows, a flat float32 file, or another project; may be given"
              + " again")
  private List<Path> galleries = new ArrayList<>();

  @Option(names = "--real", description = "also with the people imported into this project")
  private boolean real;

  @Option(
      names = "--gallery-model",
      paramLabel = "NAME",
      description = "the recogniser that made the files (else FILE.json may say it)")
  private @Nullable String galleryModel;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "0",
      description = "numbers a row of flat files (default: as many as the recogniser gives)")
  private int columns;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "whose embeddings (default: the project's only ones)")
  private @Nullable String model;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description =
          "the new identities are those of this import (default: all synthetic ones); may be given"
              + " again")
  private List<Long> sources = new ArrayList<>();

  @Option(names = "--images", description = "compare every image too, not only centres")
  private boolean images;

  @Option(names = "--way", defaultValue = "AUTO", description = "${COMPLETION-CANDIDATES}")
  private Way way = Way.AUTO;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the report: .json, .html (a fragment), or text under any other name")
  private @Nullable Path target;

  @Option(
      names = "--reject-above",
      paramLabel = "COSINE",
      description =
          "reject new identities with a listed pair above it, as one decision that one undo takes"
              + " back (.7 is the same person)")
  private @Nullable Double rejectAbove;

  @Option(names = "--again", description = "compare even what was compared before")
  private boolean again;

  @Override
  public Integer call() throws ProjectException, IOException {
    if (rejectAbove != null && rejectAbove < LeakEngine.SIMILAR) {
      throw new UserException("--reject-above needs at least .5: pairs below are not all listed");
    }
    try (Session session = project.open(output, Installation.here().noEngines())) {
      Project opened = session.project();
      LeakOrder order =
          new LeakOrder(
              ProjectModel.of(opened, model), sources, images, galleries(opened), way, again);
      JobRecord job =
          new JobRunner(session.jobs(), output).run(LeakJob.NAME, "Leak check", order.toJson());
      int code = JobRunner.exitCode(job, false);
      if (JobRunner.done(job)) {
        LeakReports reports = new LeakReports(opened);
        LeakReport report = reports.latest().orElseThrow();
        if (target != null) {
          ReportFiles.write(report, target);
        }
        Map<String, Object> figures = figures(report, reports.file(report.run()));
        figures.put("rejected", rejectAbove == null ? 0 : reject(opened, report, rejectAbove));
        output.result(text(report), figures);
      }
      return code;
    } catch (GalleryException | IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** How many were rejected. */
  private int reject(Project opened, LeakReport report, double above) {
    Set<Long> identities = LeakRulings.above(report, above);
    opened
        .decisions()
        .decide(
            Session.person(),
            DecisionKind.JUDGE,
            "leak check: above " + above,
            LeakRulings.reject(opened, identities));
    output.note("rejected %,d identities above %s".formatted(identities.size(), above));
    return identities.size();
  }

  private List<LeakGallery> galleries(Project opened) throws GalleryException {
    List<LeakGallery> all = new ArrayList<>();
    if (real) {
      all.add(LeakCheck.realPeople());
    }
    for (Path path : galleries) {
      all.add(Galleries.of(path, columns, galleryModel));
    }
    if (all.isEmpty()) {
      all.addAll(opened.leaks().galleries());
    }
    return all.isEmpty() ? List.of(LeakCheck.realPeople()) : all;
  }

  private static String text(LeakReport report) {
    LeakFigures centres = report.centres();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d new identities, %,d pairs (%,d compared now, %.2f s, %.0f GFLOP/s, %s)%n",
            centres.asked(),
            centres.pairs(),
            report.work().pairs(),
            report.work().seconds(),
            report.work().gflops(),
            report.work().way()));
    if (report.withoutEmbedding() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %,d without an embedding were not compared%n",
              report.withoutEmbedding()));
    }
    for (LeakReport.Compared gallery : report.galleries()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: %,d rows, model %s, SHA-256 %s: %,d above .7, %,d above .5, highest %.4f%n",
              gallery.name(),
              gallery.rows(),
              gallery.model() == null ? "not stated" : gallery.model(),
              gallery.sha256(),
              gallery.pairsAbove07(),
              gallery.pairsAbove05(),
              gallery.maxSimilarity()));
    }
    List<LeakPair> offences = report.offences();
    for (LeakPair pair : offences.subList(0, Math.min(PRINTED, offences.size()))) {
      text.append(
          String.format(
              Locale.ROOT, "  %.4f  %s  %s%n", pair.similarity(), pair.label(), pair.name()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%,d identities (%.4f %% of pairs) above .7, %,d (%.4f %% of pairs) above .5, highest"
                + " %.4f%n",
            centres.askedAbove07(),
            100 * centres.shareAbove07(),
            centres.askedAbove05(),
            100 * centres.shareAbove05(),
            centres.maxSimilarity()));
    return text.append(report.guarantee()).toString();
  }

  private static Map<String, Object> figures(LeakReport report, Path file) {
    LeakFigures centres = report.centres();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("identities", centres.asked());
    figures.put("pairs", centres.pairs());
    figures.put("pairsAbove05", centres.pairsAbove05());
    figures.put("pairsAbove07", centres.pairsAbove07());
    figures.put("shareAbove05", centres.shareAbove05());
    figures.put("shareAbove07", centres.shareAbove07());
    figures.put("identitiesAbove05", centres.askedAbove05());
    figures.put("identitiesAbove07", centres.askedAbove07());
    figures.put("maxSimilarity", centres.maxSimilarity());
    figures.put("histogram", centres.histogram());
    if (report.images() != null) {
      figures.put("images", report.images());
    }
    figures.put("model", report.model());
    figures.put("galleries", report.galleries());
    figures.put("comparedPairs", report.work().pairs());
    figures.put("seconds", report.work().seconds());
    figures.put("gflops", report.work().gflops());
    figures.put("way", report.work().way());
    figures.put("guarantee", report.guarantee());
    figures.put("report", file.toString());
    return figures;
  }
}
