package org.facewright.gallery.map;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.Kernels;

/**
 * Principal component analysis: the covariance exactly, then its leading eigenvectors by orthogonal
 * iteration (Golub and Van Loan, Matrix Computations, 8.2.4). Written here because Smile's needs a
 * native OpenBLAS that a desktop does not have.
 */
final class Principal {
  private static final int ROUNDS = 60;
  private static final int BLOCK = 512;
  private static final int STRIPE = 32;

  private Principal() {}

  /**
   * The rows in the coordinates of the leading components, most variance first.
   *
   * @param rows [n][d]
   * @param components at most; fewer if there are fewer columns
   * @return [n][components], centred
   */
  static FloatMatrix reduce(FloatMatrix rows, int components, long seed) {
    int k = Math.min(components, rows.columns());
    float[] mean = mean(rows);
    float[] covariance = covariance(rows, mean);
    float[] basis = basis(covariance, rows.columns(), k, seed);
    float[] result = new float[Math.multiplyExact(rows.rows(), k)];
    IntStream.range(0, rows.rows())
        .parallel()
        .forEach(
            i -> {
              float[] row = centred(rows, mean, i);
              for (int c = 0; c < k; c++) {
                result[i * k + c] = Kernels.dot(row, 0, basis, c * row.length, row.length);
              }
            });
    return new FloatMatrix(rows.rows(), k, result);
  }

  private static float[] mean(FloatMatrix rows) {
    double[] sum = new double[rows.columns()];
    for (int i = 0; i < rows.rows(); i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += rows.values()[i * sum.length + j];
      }
    }
    float[] mean = new float[sum.length];
    for (int j = 0; j < sum.length; j++) {
      mean[j] = (float) (sum[j] / Math.max(1, rows.rows()));
    }
    return mean;
  }

  private static float[] centred(FloatMatrix rows, float[] mean, int row) {
    float[] centred = new float[mean.length];
    for (int j = 0; j < mean.length; j++) {
      centred[j] = rows.values()[row * mean.length + j] - mean[j];
    }
    return centred;
  }

  /** Sums of products; the blocks are added in order, so that the threads do not show. */
  private static float[] covariance(FloatMatrix rows, float[] mean) {
    int d = mean.length;
    float[] sum = new float[d * d];
    int blocks = Math.ceilDiv(rows.rows(), BLOCK);
    for (int block = 0; block < blocks; block++) {
      int from = block * BLOCK;
      int count = Math.min(BLOCK, rows.rows() - from);
      float[] columns = transposed(rows, mean, from, count);
      IntStream.range(0, Math.ceilDiv(d, STRIPE))
          .parallel()
          .forEach(stripe -> addProducts(columns, count, d, stripe * STRIPE, sum));
    }
    return sum;
  }

  private static float[] transposed(FloatMatrix rows, float[] mean, int from, int count) {
    int d = mean.length;
    float[] columns = new float[d * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < d; j++) {
        columns[j * count + i] = rows.values()[(from + i) * d + j] - mean[j];
      }
    }
    return columns;
  }

  private static void addProducts(float[] columns, int count, int d, int first, float[] sum) {
    int some = Math.min(STRIPE, d - first);
    float[] products = new float[some * d];
    Kernels.products(columns, first, some, columns, 0, d, count, products);
    for (int i = 0; i < products.length; i++) {
      sum[first * d + i] += products[i];
    }
  }

  private static float[] basis(float[] covariance, int d, int k, long seed) {
    // A few more directions than wanted make the wanted ones converge sooner.
    int wide = Math.min(d, k + 8);
    SplittableRandom random = new SplittableRandom(seed);
    float[] basis = new float[wide * d];
    for (int i = 0; i < basis.length; i++) {
      basis[i] = (float) random.nextGaussian();
    }
    orthonormalise(basis, wide, d, random);
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[basis.length];
      float[] now = basis;
      IntStream.range(0, wide)
          .parallel()
          .forEach(
              c -> {
                for (int a = 0; a < d; a++) {
                  next[c * d + a] = Kernels.dot(covariance, a * d, now, c * d, d);
                }
              });
      orthonormalise(next, wide, d, random);
      basis = next;
    }
    return basis;
  }

  /** Modified Gram-Schmidt; a direction without variance is replaced by a random one. */
  private static void orthonormalise(float[] basis, int k, int d, SplittableRandom random) {
    for (int c = 0; c < k; c++) {
      project(basis, c, d);
      while (!Kernels.normalise(basis, c * d, d)) {
        for (int a = 0; a < d; a++) {
          basis[c * d + a] = (float) random.nextGaussian();
        }
        project(basis, c, d);
      }
      // Once more: after a large part was taken off, rounding has left some of it.
      project(basis, c, d);
      Kernels.normalise(basis, c * d, d);
    }
  }

  private static void project(float[] basis, int c, int d) {
    for (int before = 0; before < c; before++) {
      float share = Kernels.dot(basis, c * d, basis, before * d, d);
      for (int a = 0; a < d; a++) {
        basis[c * d + a] -= share * basis[before * d + a];
      }
    }
  }
}
