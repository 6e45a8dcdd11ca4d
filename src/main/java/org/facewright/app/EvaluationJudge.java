package org.facewright.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.evaluation.Bootstrap;
import org.facewright.evaluation.VerificationResult;
import org.facewright.training.run.PairFigures;
import org.facewright.training.run.PairJudge;
import org.facewright.vector.FloatMatrix;

/** Lets a run in training be judged by the evaluation's own protocol. */
final class EvaluationJudge implements PairJudge {
  /** Intervals are not shown while training; the fewest rounds there are. */
  private static final Bootstrap QUICK = new Bootstrap(20, 0.95, 1);

  @Override
  public PairFigures judge(FloatMatrix features, boolean[] same) {
    VerificationResult result = VerificationResult.of(features, same, QUICK);
    Map<String, Double> rates = new LinkedHashMap<>();
    result.tarAtFar().forEach((far, tar) -> rates.put(Double.toString(far), tar));
    return new PairFigures(
        result.pairs(), result.accuracy(), result.std(), result.auc(), result.eer(), rates);
  }
}
