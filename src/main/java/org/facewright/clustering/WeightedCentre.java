package org.facewright.clustering;

/**
 * Similarities of an identity's images to the weighted mean of the others, from pair levels alone.
 * Scratch for one identity after another: one instance a thread.
 */
final class WeightedCentre {
  /** Other images must weigh this much together to be compared with. */
  private static final double LEAST_WEIGHT = .5;

  private final NeighbourGraph graph;
  private double[] sums = new double[0];
  private float[] weights = new float[0];
  private double weight;
  private double squares;
  private double total;

  WeightedCentre(NeighbourGraph graph) {
    this.graph = graph;
  }

  /**
   * @param projectWeights [images] 0..1, how far an image counts; 0 without an embedding
   */
  void measure(int identity, float[] projectWeights) {
    int size = graph.layout().size(identity);
    sums = sums.length < size ? new double[size] : sums;
    weights = weights.length < size ? new float[size] : weights;
    System.arraycopy(projectWeights, graph.layout().first(identity), weights, 0, size);
    java.util.Arrays.fill(sums, 0, size, 0);
    short[] levels = graph.pairs(identity);
    int at = graph.start(identity);
    for (int i = 0; i < size; i++) {
      float own = weights[i];
      double sum = 0;
      for (int j = i + 1; j < size; j++) {
        short level = levels[at++];
        sum += weights[j] * level;
        sums[j] += own * level;
      }
      sums[i] += sum;
    }
    weight = 0;
    squares = 0;
    total = 0;
    for (int i = 0; i < size; i++) {
      sums[i] /= Levels.PER_UNIT;
      weight += weights[i];
      squares += (double) weights[i] * weights[i];
      total += weights[i] * sums[i];
    }
  }

  /** Weight of all pairs of different images. */
  double pairWeight() {
    return Math.max(0, weight * weight - squares);
  }

  /** Weighted mean similarity of two different images, 0 without any. */
  double likeness() {
    return pairWeight() > 0 ? total / pairWeight() : 0;
  }

  /**
   * How many images of equal weight the others of {@code i} are worth; 0 if they weigh too little.
   */
  double others(int i) {
    double rest = weight - weights[i];
    double restSquares = squares - (double) weights[i] * weights[i];
    return rest < LEAST_WEIGHT || restSquares <= 0 ? 0 : rest * rest / restSquares;
  }

  /** Cosine of the image to the weighted mean of the others; NaN if {@link #others} is 0. */
  double similarity(int i) {
    double square = total + squares - 2 * weights[i] * sums[i] - (double) weights[i] * weights[i];
    return others(i) == 0 || square <= 1e-9 ? Double.NaN : sums[i] / Math.sqrt(square);
  }
}
