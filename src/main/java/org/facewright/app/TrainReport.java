package org.facewright.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facewright.training.run.EpochLine;
import org.facewright.training.run.PairFigures;
import org.facewright.training.run.RunFolder;
import org.facewright.training.run.RunResult;
import org.facewright.training.run.RunStatus;

/** What a sitting of a run came to, for people and for programs. */
final class TrainReport {
  private static final double PERCENT = 100;

  private TrainReport() {}

  static void print(Output output, RunFolder folder, RunResult result) {
    output.result(sentence(folder, result), figures(folder, result));
  }

  private static String sentence(RunFolder folder, RunResult result) {
    RunStatus status = result.status();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s %s after %,d of %,d steps: loss %.4f, accuracy %.2f %%, %.0f images/s",
            folder.path(),
            result.done() ? "is done" : "stopped",
            status.step(),
            status.steps(),
            status.loss(),
            PERCENT * status.accuracy(),
            status.imagesPerSecond()));
    for (EpochLine.Verified verified : result.verified()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s: accuracy %.2f %% +- %.2f  AUC %.5f  EER %.2f %%",
              verified.set(),
              PERCENT * verified.figures().accuracy(),
              PERCENT * verified.figures().std(),
              verified.figures().auc(),
              PERCENT * verified.figures().eer()));
    }
    return text.toString();
  }

  private static Map<String, Object> figures(RunFolder folder, RunResult result) {
    RunStatus status = result.status();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("run", folder.path().toString());
    figures.put("state", status.state().name());
    figures.put("steps", status.step());
    figures.put("epochs", status.epoch());
    figures.put("loss", Float.isNaN(status.loss()) ? null : status.loss());
    figures.put("accuracy", Float.isNaN(status.accuracy()) ? null : status.accuracy());
    figures.put("seconds", status.seconds());
    figures.put("imagesPerSecond", status.imagesPerSecond());
    figures.put("checkpoint", result.checkpoint().toString());
    figures.put("weights", result.done() ? folder.weights().toString() : null);
    List<Map<String, Object>> sets = new ArrayList<>();
    for (EpochLine.Verified verified : result.verified()) {
      Map<String, Object> row = row(verified.figures());
      if (verified.set().equals(EpochLine.HELD_OUT)) {
        figures.put("heldOut", row);
      } else {
        Map<String, Object> named = new LinkedHashMap<>(Map.of("set", verified.set()));
        named.putAll(row);
        sets.add(named);
      }
    }
    if (!sets.isEmpty()) {
      figures.put("sets", sets);
    }
    return figures;
  }

  private static Map<String, Object> row(PairFigures figures) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("pairs", figures.pairs());
    row.put("accuracy", figures.accuracy());
    row.put("std", figures.std());
    row.put("auc", figures.auc());
    row.put("eer", figures.eer());
    row.put("tarAtFar", figures.tarAtFar());
    return row;
  }
}
