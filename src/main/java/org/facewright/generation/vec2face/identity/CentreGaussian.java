package org.facewright.generation.vec2face.identity;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.generation.vec2face.Vec2FaceException;
import org.facewright.vector.FloatMatrix;

/**
 * Vectors that lie as given identity centres do: normal with their mean and covariance. That is the
 * Gaussian in the space of all their principal components, independent there; it is drawn through a
 * Cholesky factor, which needs no components. Immutable.
 */
public final class CentreGaussian implements VectorSource {
  private final int dim;
  private final long seed;
  private final double[] mean;
  private final double[] factor;

  /**
   * Fits.
   *
   * @param centres at least two rows
   */
  public CentreGaussian(FloatMatrix centres, long seed) throws Vec2FaceException {
    if (centres.rows() < 2) {
      throw new Vec2FaceException("A Gaussian needs at least two identity centres.");
    }
    dim = centres.columns();
    this.seed = seed;
    mean = new double[dim];
    for (int i = 0; i < centres.values().length; i++) {
      mean[i % dim] += centres.values()[i] / (double) centres.rows();
    }
    factor = cholesky(covariance(centres));
  }

  private double[] covariance(FloatMatrix centres) {
    double[] sums = new double[dim * dim];
    IntStream.range(0, dim)
        .parallel()
        .forEach(
            i -> {
              for (int row = 0; row < centres.rows(); row++) {
                int at = row * dim;
                double off = centres.values()[at + i] - mean[i];
                for (int j = 0; j <= i; j++) {
                  sums[i * dim + j] += off * (centres.values()[at + j] - mean[j]);
                }
              }
              for (int j = 0; j <= i; j++) {
                sums[i * dim + j] /= centres.rows() - 1;
              }
            });
    return sums;
  }

  /** The lower factor in place; directions in which the centres do not vary become zeros. */
  private double[] cholesky(double[] a) {
    double most = 0;
    for (int i = 0; i < dim; i++) {
      most = Math.max(most, a[i * dim + i]);
    }
    for (int j = 0; j < dim; j++) {
      double pivot = a[j * dim + j];
      for (int k = 0; k < j; k++) {
        pivot -= a[j * dim + k] * a[j * dim + k];
      }
      double root = pivot > most * 1e-10 ? Math.sqrt(pivot) : 0;
      a[j * dim + j] = root;
      for (int i = j + 1; i < dim; i++) {
        double sum = a[i * dim + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * dim + k] * a[j * dim + k];
        }
        a[i * dim + j] = root == 0 ? 0 : sum / root;
      }
    }
    return a;
  }

  @Override
  public int dim() {
    return dim;
  }

  @Override
  public void put(long number, float[] target, int offset) {
    SplittableRandom random = VectorSource.random(seed, number);
    double[] normal = new double[dim];
    for (int i = 0; i < dim; i++) {
      normal[i] = random.nextGaussian();
      double sum = mean[i];
      for (int j = 0; j <= i; j++) {
        sum += factor[i * dim + j] * normal[j];
      }
      target[offset + i] = (float) sum;
    }
  }
}
