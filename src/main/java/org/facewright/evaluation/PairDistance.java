package org.facewright.evaluation;

import org.facewright.vector.FloatMatrix;

/** How far apart the two features of a pair are. Rows 2i and 2i + 1 of a matrix are pair i. */
public enum PairDistance {
  /** Squared Euclidean distance, 0 to 4 for features of length 1. */
  EUCLIDEAN,
  /** Angle over pi after the training folds' mean feature is taken off, 0 to 1. */
  CENTRED_ANGLE;

  double[] all(FloatMatrix features, double[] mean) {
    double[] distances = new double[features.rows() / 2];
    for (int pair = 0; pair < distances.length; pair++) {
      distances[pair] = this == EUCLIDEAN ? squared(features, pair) : angle(features, pair, mean);
    }
    return distances;
  }

  private static double squared(FloatMatrix features, int pair) {
    double sum = 0;
    int at = 2 * pair * features.columns();
    for (int i = 0; i < features.columns(); i++) {
      double difference =
          features.values()[at + i] - features.values()[at + features.columns() + i];
      sum += difference * difference;
    }
    return sum;
  }

  private static double angle(FloatMatrix features, int pair, double[] mean) {
    double dot = 0;
    double one = 0;
    double other = 0;
    int at = 2 * pair * features.columns();
    for (int i = 0; i < features.columns(); i++) {
      double a = features.values()[at + i] - mean[i];
      double b = features.values()[at + features.columns() + i] - mean[i];
      dot += a * b;
      one += a * a;
      other += b * b;
    }
    double cosine = Math.clamp(dot / (Math.sqrt(one) * Math.sqrt(other)), -1, 1);
    return Math.acos(cosine) / Math.PI;
  }
}
