package org.facewright.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a verification set said of a recogniser, as it is kept: figures with their 95 % intervals,
 * curve, histogram, the worst pairs, and what it was made with.
 *
 * @param id the name of its folder
 * @param modelHash SHA-256 of the model's file
 * @param threshold cosine at which as many genuine pairs are refused as impostor pairs accepted
 * @param far, tar the curve, thinned to what a screen can show
 * @param genuine counts of similarities from -1 to 1 in equal bins
 * @param falseAccepts impostor pairs, the most similar first
 * @param falseRejects genuine pairs, the least similar first
 */
@SuppressWarnings("ArrayRecordComponent") // Read only, and compared by nobody.
public record Evaluation(
    String id,
    Instant at,
    String code,
    EvaluationOrder order,
    String set,
    String source,
    int pairs,
    double accuracy,
    double std,
    Interval accuracyInterval,
    double auc,
    Interval aucInterval,
    double eer,
    Interval eerInterval,
    Map<Double, Double> tarAtFar,
    double threshold,
    double[] far,
    double[] tar,
    long[] genuine,
    long[] impostor,
    List<WorstPair> falseAccepts,
    List<WorstPair> falseRejects) {
  /** Bins of the histograms, over -1 to 1. */
  public static final int BINS = 100;
}
