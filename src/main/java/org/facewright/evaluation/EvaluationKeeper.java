package org.facewright.evaluation;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.facewright.vector.FloatMatrix;

/** Turns the features of a whole set into an evaluation and keeps it. */
final class EvaluationKeeper {
  private static final int WORST = 12;
  private static final int CURVE_POINTS = 600;

  private final EvaluationBook book;
  private final EvaluationOrder order;
  private final String code;

  EvaluationKeeper(EvaluationBook book, EvaluationOrder order, String code) {
    this.book = book;
    this.order = order;
    this.code = code;
  }

  /**
   * @param units rows 2i and 2i + 1 are pair i, of length 1
   * @throws EvaluationException if the set cannot be judged, as with genuine pairs only
   */
  Evaluation keep(PairPictures set, String source, FloatMatrix units)
      throws EvaluationException, IOException {
    boolean[] same = new boolean[set.pairs()];
    for (int pair = 0; pair < same.length; pair++) {
      same[pair] = set.same(pair);
    }
    VerificationResult result;
    try {
      result = VerificationResult.of(units, same, Bootstrap.standard(order.seed()));
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(set.name() + " cannot be judged: " + e.getMessage());
    }
    String id = book.freeId(order.model(), set.name());
    PairScores scores = PairScores.of(units, same);
    Roc roc = result.roc();
    IntUnaryOperator thinned = thinned(roc.far().length);
    int points = Math.min(CURVE_POINTS, roc.far().length);
    double[] far = new double[points];
    double[] tar = new double[points];
    for (int i = 0; i < points; i++) {
      far[i] = roc.far()[thinned.applyAsInt(i)];
      tar[i] = roc.tar()[thinned.applyAsInt(i)];
    }
    Evaluation evaluation =
        new Evaluation(
            id,
            Instant.now(),
            code,
            order,
            set.name(),
            source,
            result.pairs(),
            result.accuracy(),
            result.std(),
            result.accuracyInterval(),
            result.auc(),
            result.aucInterval(),
            result.eer(),
            result.eerInterval(),
            result.tarAtFar(),
            scores.equalErrorThreshold(),
            far,
            tar,
            scores.histogram(true),
            scores.histogram(false),
            pictures(id, set, scores, scores.mostSimilarImpostors(WORST)),
            pictures(id, set, scores, scores.leastSimilarGenuine(WORST)));
    book.finish(evaluation);
    return evaluation;
  }

  private static IntUnaryOperator thinned(int points) {
    return points <= CURVE_POINTS
        ? i -> i
        : i -> (int) ((long) i * (points - 1) / (CURVE_POINTS - 1));
  }

  private List<WorstPair> pictures(
      String id, PairPictures set, PairScores scores, List<Integer> pairs) throws IOException {
    List<WorstPair> kept = new ArrayList<>();
    for (int pair : pairs) {
      String left = pair + "-left";
      String right = pair + "-right";
      book.picture(id, left, set.image(2 * pair));
      book.picture(id, right, set.image(2 * pair + 1));
      kept.add(
          new WorstPair(
              pair,
              scores.cosine()[pair],
              left,
              right,
              set.place(2 * pair),
              set.place(2 * pair + 1)));
    }
    return kept;
  }
}
