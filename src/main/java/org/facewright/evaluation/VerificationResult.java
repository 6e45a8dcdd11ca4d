package org.facewright.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facewright.vector.FloatMatrix;

/**
 * What a verification set says of a model; every figure with its 95 % interval.
 *
 * @param tarAtFar true accept rate at false accept rates 1e-4 to 1e-1; rates below one wrong pair
 *     of the set are left out, since the set cannot show them
 */
public record VerificationResult(
    int pairs,
    double accuracy,
    double std,
    Interval accuracyInterval,
    double auc,
    Interval aucInterval,
    double eer,
    Interval eerInterval,
    Map<Double, Double> tarAtFar,
    Map<Double, Interval> tarIntervals,
    TenFold folds,
    Roc roc) {
  private static final double[] RATES = {1e-4, 1e-3, 1e-2, 1e-1};

  /**
   * Evaluates a set.
   *
   * @param features rows 2i and 2i + 1 are pair i, of any length
   * @param same whether pair i shows one person
   */
  public static VerificationResult of(FloatMatrix features, boolean[] same, Bootstrap bootstrap) {
    FloatMatrix units = units(features);
    TenFold folds = TenFold.of(units, same, PairDistance.EUCLIDEAN);
    double[] scores = PairDistance.EUCLIDEAN.all(units, new double[units.columns()]);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = 1 - scores[i] / 2;
    }
    Roc roc = Roc.of(scores, same);
    Map<Double, Double> tar = new LinkedHashMap<>();
    Map<Double, Interval> intervals = new LinkedHashMap<>();
    for (double rate : RATES) {
      if (rate * negatives(same) >= 1) {
        tar.put(rate, roc.tarAt(rate));
        intervals.put(rate, bootstrap.ofRoc(scores, same, curve -> curve.tarAt(rate)));
      }
    }
    return new VerificationResult(
        same.length,
        folds.mean(),
        folds.deviation(),
        bootstrap.ofShare(folds.correct()),
        roc.area(),
        bootstrap.ofRoc(scores, same, Roc::area),
        roc.equalErrorRate(),
        bootstrap.ofRoc(scores, same, Roc::equalErrorRate),
        tar,
        intervals,
        folds,
        roc);
  }

  private static int negatives(boolean[] same) {
    int count = 0;
    for (boolean one : same) {
      count += one ? 0 : 1;
    }
    return count;
  }

  private static FloatMatrix units(FloatMatrix features) {
    float[] units = features.values().clone();
    int columns = features.columns();
    for (int row = 0; row < features.rows(); row++) {
      double squares = 0;
      for (int i = 0; i < columns; i++) {
        squares += (double) units[row * columns + i] * units[row * columns + i];
      }
      double length = Math.sqrt(squares);
      if (!(length > 0) || Double.isInfinite(length)) {
        throw new IllegalArgumentException("Feature " + row + " has no direction.");
      }
      for (int i = 0; i < columns; i++) {
        units[row * columns + i] = (float) (units[row * columns + i] / length);
      }
    }
    return new FloatMatrix(features.rows(), columns, units);
  }
}
