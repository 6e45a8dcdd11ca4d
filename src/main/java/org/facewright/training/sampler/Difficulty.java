package org.facewright.training.sampler;

import org.facewright.vector.FloatMatrix;

/** How hard pictures are, measured on features of an embedding model. */
public final class Difficulty {
  private Difficulty() {}

  /** 1 - cosine of each picture to the mean direction of its identity: 0 is easy, 2 the end. */
  public static float[] spread(FloatMatrix features, int[] labels, int classes) {
    FloatMatrix centres = centres(features, labels, classes);
    float[] difficulty = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      difficulty[i] = (float) (1 - cosine(features, i, centres, labels[i]));
    }
    return difficulty;
  }

  /**
   * Cosine to the nearest other identity's mean direction minus that to the own: above 0 is lost.
   */
  public static float[] margin(FloatMatrix features, int[] labels, int classes) {
    FloatMatrix centres = centres(features, labels, classes);
    float[] difficulty = new float[labels.length];
    java.util.stream.IntStream.range(0, labels.length)
        .parallel()
        .forEach(
            i -> {
              double nearest = -1;
              for (int other = 0; other < classes; other++) {
                if (other != labels[i]) {
                  nearest = Math.max(nearest, cosine(features, i, centres, other));
                }
              }
              difficulty[i] = (float) (nearest - cosine(features, i, centres, labels[i]));
            });
    return difficulty;
  }

  private static FloatMatrix centres(FloatMatrix features, int[] labels, int classes) {
    int columns = features.columns();
    float[] sums = new float[classes * columns];
    for (int i = 0; i < labels.length; i++) {
      double length = Math.max(1e-12, Math.sqrt(dot(features, i, features, i)));
      for (int c = 0; c < columns; c++) {
        sums[labels[i] * columns + c] += (float) (features.values()[i * columns + c] / length);
      }
    }
    return new FloatMatrix(classes, columns, sums);
  }

  private static double cosine(FloatMatrix a, int i, FloatMatrix b, int j) {
    return dot(a, i, b, j) / Math.max(1e-12, Math.sqrt(dot(a, i, a, i) * dot(b, j, b, j)));
  }

  private static double dot(FloatMatrix a, int i, FloatMatrix b, int j) {
    double sum = 0;
    for (int c = 0; c < a.columns(); c++) {
      sum += (double) a.values()[i * a.columns() + c] * b.values()[j * b.columns() + c];
    }
    return sum;
  }
}
