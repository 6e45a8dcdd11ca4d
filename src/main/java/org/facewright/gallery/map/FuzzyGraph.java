package org.facewright.gallery.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * UMAP's graph of who belongs to whom (McInnes, Healy, Melville: UMAP, arXiv 1802.03426, section
 * 3.1): distances to the neighbours, scaled point by point so that each has about the same number,
 * and both directions united.
 *
 * @param from [edges] point
 * @param to [edges] point; each pair of points once
 * @param weights [edges] 0..1
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of them, read in place.
record FuzzyGraph(int[] from, int[] to, float[] weights) {
  private static final int BISECTIONS = 64;
  private static final double CLOSE = 1e-5;

  static FuzzyGraph of(Neighbourhood near) {
    int n = near.size();
    int k = near.k();
    float[] strength = new float[near.points().length];
    IntStream.range(0, n).parallel().forEach(i -> strengths(near, i, strength));
    int[] from = new int[n * k];
    int[] to = new int[n * k];
    float[] weights = new float[n * k];
    int edges = 0;
    for (int i = 0; i < n; i++) {
      for (int e = i * k; e < (i + 1) * k; e++) {
        int j = near.points()[e];
        if (j < 0) {
          continue;
        }
        int back = find(near, j, i);
        // A pair that both know is taken once, from its lower end.
        if (back >= 0 && j < i) {
          continue;
        }
        float a = strength[e];
        float b = back >= 0 ? strength[back] : 0;
        from[edges] = i;
        to[edges] = j;
        weights[edges++] = a + b - a * b;
      }
    }
    return new FuzzyGraph(
        Arrays.copyOf(from, edges), Arrays.copyOf(to, edges), Arrays.copyOf(weights, edges));
  }

  private static int find(Neighbourhood near, int of, int wanted) {
    for (int e = of * near.k(); e < (of + 1) * near.k(); e++) {
      if (near.points()[e] == wanted) {
        return e;
      }
    }
    return -1;
  }

  private static void strengths(Neighbourhood near, int i, float[] strength) {
    int k = near.k();
    double[] distances = new double[k];
    int count = 0;
    for (int e = i * k; e < (i + 1) * k && near.points()[e] >= 0; e++) {
      distances[count++] = Math.max(0, 1 - near.similarities()[e]);
    }
    double nearest = count == 0 ? 0 : distances[0];
    double sigma = sigma(distances, count, nearest, Math.log(k + 1) / Math.log(2));
    for (int m = 0; m < count; m++) {
      double beyond = Math.max(0, distances[m] - nearest);
      strength[i * k + m] = (float) (beyond == 0 ? 1 : Math.exp(-beyond / sigma));
    }
  }

  /** The scale at which the strengths add up to the logarithm of their number. */
  private static double sigma(double[] distances, int count, double nearest, double wanted) {
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sigma = 1;
    for (int step = 0; step < BISECTIONS; step++) {
      double sum = 0;
      for (int m = 0; m < count; m++) {
        sum += Math.exp(-Math.max(0, distances[m] - nearest) / sigma);
      }
      if (Math.abs(sum - wanted) < CLOSE) {
        break;
      }
      if (sum > wanted) {
        high = sigma;
        sigma = (low + high) / 2;
      } else {
        low = sigma;
        sigma = high == Double.POSITIVE_INFINITY ? sigma * 2 : (low + high) / 2;
      }
    }
    double mean = Arrays.stream(distances, 0, count).average().orElse(1);
    return Math.max(sigma, 1e-3 * Math.max(mean, 1e-6));
  }
}
