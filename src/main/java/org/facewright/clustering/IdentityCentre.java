package org.facewright.clustering;

import org.facewright.vector.Kernels;

/**
 * The mean direction of an identity's images.
 *
 * @param direction [dimension] of length 1, or zeros without images
 * @param images how many images of equal weight it is worth; 0 if they weigh less than half an
 *     image
 */
@SuppressWarnings("ArrayRecordComponent")
record IdentityCentre(float[] direction, double images) {

  /**
   * @param weights [images of the project] how far each counts
   */
  static IdentityCentre of(
      EmbeddingSource source, IdentityLayout layout, int identity, float[] weights) {
    int dimension = source.dimension();
    int size = layout.size(identity);
    float[] rows = new float[size * dimension];
    source.copy(identity, rows);
    double[] sum = new double[dimension];
    double weight = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double own = weights[layout.first(identity) + i];
      if (own > 0 && Kernels.normalise(rows, i * dimension, dimension)) {
        weight += own;
        squares += own * own;
        for (int k = 0; k < dimension; k++) {
          sum[k] += own * rows[i * dimension + k];
        }
      }
    }
    float[] direction = new float[dimension];
    for (int k = 0; k < dimension; k++) {
      direction[k] = (float) sum[k];
    }
    boolean known = Kernels.normalise(direction, 0, dimension) && weight >= .5;
    return new IdentityCentre(direction, known ? weight * weight / squares : 0);
  }
}
