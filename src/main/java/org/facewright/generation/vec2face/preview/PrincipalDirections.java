package org.facewright.generation.vec2face.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;

/**
 * The directions in which given vectors differ most: eigenvectors of their covariance by Jacobi's
 * method, strongest first. A move of 1 is one standard deviation. Stateless.
 */
final class PrincipalDirections {
  private static final int SWEEPS = 12;
  private static final double SMALL = 1e-9;

  private PrincipalDirections() {}

  /**
   * @param rows at least two vectors
   * @return at most one fewer than there are rows, and at most as many as numbers
   */
  static List<Direction> of(FloatMatrix rows) {
    int dim = rows.columns();
    double[][] matrix = covariance(rows);
    double[][] vectors = new double[dim][dim];
    for (int i = 0; i < dim; i++) {
      vectors[i][i] = 1;
    }
    diagonalise(matrix, vectors);
    List<Integer> order = new ArrayList<>(IntStream.range(0, dim).boxed().toList());
    order.sort(Comparator.comparingDouble((Integer i) -> -matrix[i][i]));
    double most = Math.sqrt(Math.max(0, matrix[order.getFirst()][order.getFirst()]));
    List<Direction> directions = new ArrayList<>();
    for (int rank = 0; rank < Math.min(dim, rows.rows() - 1); rank++) {
      int at = order.get(rank);
      double deviation = Math.sqrt(Math.max(0, matrix[at][at]));
      if (deviation <= most * 1e-4) {
        break;
      }
      directions.add(direction(rank, vectors[at], deviation, deviation / most));
    }
    return directions;
  }

  private static Direction direction(int rank, double[] unit, double length, double effect) {
    float[] axis = new float[unit.length];
    for (int i = 0; i < axis.length; i++) {
      axis[i] = (float) (unit[i] * length);
    }
    return new Direction("p" + rank, axis, effect);
  }

  private static double[][] covariance(FloatMatrix rows) {
    int dim = rows.columns();
    double[] mean = new double[dim];
    for (int i = 0; i < rows.values().length; i++) {
      mean[i % dim] += rows.values()[i] / (double) rows.rows();
    }
    double[][] sums = new double[dim][dim];
    IntStream.range(0, dim)
        .parallel()
        .forEach(
            i -> {
              for (int row = 0; row < rows.rows(); row++) {
                double off = rows.values()[row * dim + i] - mean[i];
                for (int j = 0; j < dim; j++) {
                  sums[i][j] += off * (rows.values()[row * dim + j] - mean[j]);
                }
              }
              for (int j = 0; j < dim; j++) {
                sums[i][j] /= rows.rows() - 1;
              }
            });
    return sums;
  }

  /** Rotates pairs of axes until nothing is left beside the diagonal. */
  private static void diagonalise(double[][] a, double[][] vectors) {
    double trace = 0;
    for (int i = 0; i < a.length; i++) {
      trace += a[i][i];
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean turned = false;
      for (int p = 0; p < a.length; p++) {
        for (int q = p + 1; q < a.length; q++) {
          if (Math.abs(a[p][q]) > SMALL * trace) {
            turn(a, vectors, p, q);
            turned = true;
          }
        }
      }
      if (!turned) {
        return;
      }
    }
  }

  private static void turn(double[][] a, double[][] vectors, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    rows(a[p], a[q], cosine, sine);
    for (double[] row : a) {
      double left = row[p];
      row[p] = cosine * left - sine * row[q];
      row[q] = sine * left + cosine * row[q];
    }
    rows(vectors[p], vectors[q], cosine, sine);
  }

  private static void rows(double[] p, double[] q, double cosine, double sine) {
    for (int i = 0; i < p.length; i++) {
      double left = p[i];
      p[i] = cosine * left - sine * q[i];
      q[i] = sine * left + cosine * q[i];
    }
  }
}
