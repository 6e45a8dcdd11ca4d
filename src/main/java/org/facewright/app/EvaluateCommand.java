package org.facewright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facewright.evaluation.Bootstrap;
import org.facewright.evaluation.EvaluationException;
import org.facewright.evaluation.Interval;
import org.facewright.evaluation.Roc;
import org.facewright.evaluation.VerificationResult;
import org.facewright.exchange.DatasetException;
import org.facewright.faces.AlignmentMode;
import org.facewright.faces.OnnxEmbedder.Flip;
import org.facewright.inference.InferenceException;
import org.facewright.inference.catalogue.CatalogueException;
import org.facewright.inference.models.InstallException;
import org.facewright.project.CsvLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facewright evaluate}: what verification sets say of a recogniser. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Judges a recogniser by verification sets: 10-fold accuracy, AUC, EER, TAR@FAR.",
      "Every figure comes with its 95 %% bootstrap interval."
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Mixin private Output output = new Output();
  @Mixin private EngineOptions engines = new EngineOptions();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      description = "the recogniser, see: facewright models list")
  private String model = "";

  @Option(
      names = "--set",
      required = true,
      paramLabel = "PATH",
      description =
          "InsightFace .bin, its .xz, a folder of NAME.npy with issame.txt, or LFW's pairs.txt"
              + " (with --images); may be given again")
  private List<Path> sets = List.of();

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "where the pictures of a pairs.txt lie: Name/Name_0001.jpg")
  private @Nullable Path images;

  @Option(
      names = "--flip",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "add the feature of the mirrored picture, as the protocol does; or --no-flip")
  private boolean flip;

  @Option(
      names = "--alignment",
      description =
          "${COMPLETION-CANDIDATES}: take pictures as aligned, or find the face"
              + " (default: ALIGNED, with --images AUTO)")
  private @Nullable AlignmentMode alignment;

  @Option(
      names = "--roc",
      paramLabel = "FILE.csv",
      description = "write the curve: set, threshold, far, tar")
  private @Nullable Path roc;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of the bootstrap (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call()
      throws IOException, CatalogueException, InstallException, InferenceException {
    ProgressLine line = output.progress();
    Map<String, VerificationResult> results = new LinkedHashMap<>();
    try (VerificationRun run =
        VerificationRun.open(
            model, engines.settings(), flip ? Flip.SUM : Flip.NONE, alignment(), images)) {
      for (Path set : sets) {
        VerificationRun.Judged judged =
            run.judge(
                set,
                Bootstrap.standard(seed),
                (done, all) ->
                    line.show("%s  %,d of %,d pictures".formatted(set.getFileName(), done, all)));
        results.put(judged.name(), judged.result());
      }
    } catch (EvaluationException | DatasetException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } finally {
      line.end();
    }
    if (roc != null) {
      writeCurves(roc, results);
    }
    report(results);
    return ExitCodes.DONE;
  }

  private AlignmentMode alignment() {
    if (alignment != null) {
      return alignment;
    }
    return images == null ? AlignmentMode.ALIGNED : AlignmentMode.AUTO;
  }

  private static void writeCurves(Path file, Map<String, VerificationResult> results)
      throws IOException {
    StringBuilder text = new StringBuilder("set,threshold,far,tar\n");
    results.forEach(
        (name, result) -> {
          Roc curve = result.roc();
          for (int i = 0; i < curve.far().length; i++) {
            text.append(
                CsvLine.of(
                    name,
                    Double.toString(curve.threshold()[i]),
                    Double.toString(curve.far()[i]),
                    Double.toString(curve.tar()[i])));
          }
        });
    Files.writeString(file, text);
  }

  private void report(Map<String, VerificationResult> results) {
    StringBuilder text = new StringBuilder();
    List<Map<String, Object>> rows = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          text.append(sentence(name, result));
          rows.add(figures(name, result));
        });
    output.result(
        text.toString().stripTrailing(), rows.size() == 1 ? rows.getFirst() : Map.of("sets", rows));
  }

  private static String sentence(String name, VerificationResult result) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: accuracy %.2f %% +- %.2f (95 %%: %s)  AUC %.5f  EER %.2f %%",
                name,
                PERCENT * result.accuracy(),
                PERCENT * result.std(),
                percent(result.accuracyInterval()),
                result.auc(),
                PERCENT * result.eer()));
    result
        .tarAtFar()
        .forEach(
            (far, tar) ->
                text.append(
                    String.format(Locale.ROOT, "  TAR@FAR=%s %.2f %%", far, PERCENT * tar)));
    return text.append('\n').toString();
  }

  private static String percent(Interval interval) {
    return String.format(
        Locale.ROOT, "%.2f-%.2f", PERCENT * interval.low(), PERCENT * interval.high());
  }

  private Map<String, Object> figures(String name, VerificationResult result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", model);
    row.put("set", name);
    row.put("pairs", result.pairs());
    row.put("accuracy", result.accuracy());
    row.put("std", result.std());
    row.put("auc", result.auc());
    row.put("eer", result.eer());
    row.put("tarAtFar", named(result.tarAtFar()));
    row.put("accuracyInterval", result.accuracyInterval());
    row.put("aucInterval", result.aucInterval());
    row.put("eerInterval", result.eerInterval());
    row.put("tarIntervals", named(result.tarIntervals()));
    return row;
  }

  private static Map<String, Object> named(Map<Double, ?> byRate) {
    Map<String, Object> named = new LinkedHashMap<>();
    byRate.forEach((rate, value) -> named.put(Double.toString(rate), value));
    return named;
  }
}
