package org.facewright.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.vector.FloatMatrix;

/** The similarity of every pair of a set, and what stands out among them. */
@SuppressWarnings("ArrayRecordComponent") // Read only, and compared by nobody.
record PairScores(double[] cosine, boolean[] same) {
  /**
   * @param units rows 2i and 2i + 1 are pair i, of length 1
   */
  static PairScores of(FloatMatrix units, boolean[] same) {
    double[] cosine = new double[same.length];
    float[] values = units.values();
    int columns = units.columns();
    for (int pair = 0; pair < same.length; pair++) {
      int left = 2 * pair * columns;
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        sum += (double) values[left + i] * values[left + columns + i];
      }
      cosine[pair] = Math.clamp(sum, -1, 1);
    }
    return new PairScores(cosine, same);
  }

  long[] histogram(boolean genuine) {
    long[] counts = new long[Evaluation.BINS];
    for (int pair = 0; pair < same.length; pair++) {
      if (same[pair] == genuine) {
        int bin = (int) ((cosine[pair] + 1) / 2 * Evaluation.BINS);
        counts[Math.clamp(bin, 0, Evaluation.BINS - 1)]++;
      }
    }
    return counts;
  }

  /** Impostor pairs, the most similar first. */
  List<Integer> mostSimilarImpostors(int most) {
    return ordered(false, Comparator.comparingDouble(pair -> -cosine[pair]), most);
  }

  /** Genuine pairs, the least similar first. */
  List<Integer> leastSimilarGenuine(int most) {
    return ordered(true, Comparator.comparingDouble(pair -> cosine[pair]), most);
  }

  private List<Integer> ordered(boolean genuine, Comparator<Integer> order, int most) {
    return IntStream.range(0, same.length)
        .filter(pair -> same[pair] == genuine)
        .boxed()
        .sorted(order)
        .limit(most)
        .toList();
  }

  /** Where false accepts and false rejects are as equally frequent as the pairs allow. */
  double equalErrorThreshold() {
    Roc roc = Roc.of(cosine, same);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < roc.far().length; i++) {
      double apart = Math.abs(roc.far()[i] - (1 - roc.tar()[i]));
      if (apart < least) {
        least = apart;
        best = i;
      }
    }
    return roc.threshold()[best];
  }
}
