package org.facewright.app.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facewright.evaluation.EvaluateJob;
import org.facewright.evaluation.Evaluation;
import org.facewright.evaluation.EvaluationOrder;
import org.facewright.faces.AlignmentMode;
import org.facewright.project.Project;

/** Judges every trained network by the verification sets. */
final class EvaluateStage implements Stage {
  private static final long SEED = 1;

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String title() {
    return "Evaluate";
  }

  @Override
  public Map<String, Object> run(PipelineConfig config, Workshop workshop)
      throws PipelineException {
    if (config.evaluate().sets().isEmpty()) {
      workshop.tell(
          "No verification set is named (\"evaluate\": {\"sets\"}): nothing to judge by.");
      return Map.of();
    }
    for (TrainStage.TrainRun run : TrainStage.runs(config)) {
      workshop.install(run.folder(workshop), run.name());
      EvaluationOrder order =
          new EvaluationOrder(
              run.name(),
              workshop.modelHash(run.name()),
              config.evaluate().sets(),
              "",
              true,
              AlignmentMode.ALIGNED,
              SEED);
      workshop.run(EvaluateJob.NAME, "Evaluating " + run.name(), order.toJson());
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Evaluation evaluation : latest(workshop.project(), config)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("pairs", evaluation.pairs());
      row.put("accuracy", evaluation.accuracy());
      row.put("std", evaluation.std());
      row.put("auc", evaluation.auc());
      row.put("eer", evaluation.eer());
      row.put("tarAtFar", evaluation.tarAtFar());
      figures.put(evaluation.order().model() + " on " + evaluation.set(), row);
    }
    return figures;
  }

  /** The newest evaluation of each trained network by each set, in the order of training. */
  static List<Evaluation> latest(Project project, PipelineConfig config) throws PipelineException {
    try {
      List<Evaluation> all = EvaluateJob.book(project).all().evaluations();
      List<Evaluation> found = new ArrayList<>();
      for (TrainStage.TrainRun run : TrainStage.runs(config)) {
        for (String set : config.evaluate().sets()) {
          all.stream()
              .filter(one -> one.order().model().equals(run.name()) && one.source().equals(set))
              .findFirst()
              .ifPresent(found::add);
        }
      }
      return found;
    } catch (IOException e) {
      throw new PipelineException("The evaluations cannot be read: " + e.getMessage(), e);
    }
  }
}
