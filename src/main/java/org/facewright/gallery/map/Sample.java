package org.facewright.gallery.map;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.facewright.vector.FloatMatrix;
import org.facewright.vector.TopK;

/**
 * Some of many rows, drawn by a seed, and a way to place the others by them.
 *
 * @param chosen numbers of the rows, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Sample(FloatMatrix all, int[] chosen) {
  private static final int ANCHORS = 3;
  private static final float JITTER = .01f;

  /** All rows if there are at most {@code most}. */
  static Sample of(FloatMatrix all, int most, long seed) {
    int[] numbers = new int[all.rows()];
    Arrays.setAll(numbers, i -> i);
    if (all.rows() <= most) {
      return new Sample(all, numbers);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < most; i++) {
      int other = random.nextInt(i, numbers.length);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
    int[] chosen = Arrays.copyOf(numbers, most);
    Arrays.sort(chosen);
    return new Sample(all, chosen);
  }

  FloatMatrix rows() {
    int d = all.columns();
    float[] values = new float[chosen.length * d];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(all.values(), chosen[i] * d, values, i * d, d);
    }
    return new FloatMatrix(chosen.length, d, values);
  }

  /**
   * Places every row: a chosen one where it was placed, any other among its three nearest chosen
   * ones, the nearer the more similar, moved a little so that none hides another.
   *
   * @param places [chosen][2]
   * @return [all][2]
   */
  float[] spread(float[] places, long seed, BooleanSupplier stopping) {
    if (chosen.length == all.rows()) {
      return places;
    }
    TopK.Found near = TopK.find(all, rows(), ANCHORS, stopping);
    SplittableRandom random = new SplittableRandom(seed);
    float extent = extent(places) * JITTER;
    float[] spread = new float[all.rows() * 2];
    for (int i = 0; i < all.rows(); i++) {
      lie(near, i, places, spread);
      spread[2 * i] += (float) (extent * random.nextGaussian());
      spread[2 * i + 1] += (float) (extent * random.nextGaussian());
    }
    for (int i = 0; i < chosen.length; i++) {
      spread[2 * chosen[i]] = places[2 * i];
      spread[2 * chosen[i] + 1] = places[2 * i + 1];
    }
    return spread;
  }

  private static void lie(TopK.Found near, int i, float[] places, float[] into) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int m = i * near.k(); m < (i + 1) * near.k(); m++) {
      // Sharp, so that a point between two groups lies at one of them.
      double weight = Math.exp(20 * (near.products()[m] - near.products()[i * near.k()]));
      sum += weight;
      x += weight * places[2 * near.rows()[m]];
      y += weight * places[2 * near.rows()[m] + 1];
    }
    into[2 * i] = (float) (x / sum);
    into[2 * i + 1] = (float) (y / sum);
  }

  private static float extent(float[] places) {
    float most = 1e-6f;
    for (float place : places) {
      most = Math.max(most, Math.abs(place));
    }
    return most;
  }
}
