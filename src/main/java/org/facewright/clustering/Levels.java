package org.facewright.clustering;

/**
 * Cosine similarities as whole ten-thousandths in a short, such that comparing levels is the same
 * as comparing the float32 cosine distances the way scikit-learn's DBSCAN does.
 *
 * <p>scikit-learn calls two rows neighbours if {@code float32(1 - s) <= float32(1 - t)}. The level
 * of a pair is the largest k for which that holds with t = k / 10000, so {@code level >= k} is
 * exactly scikit-learn's test for every threshold of up to four decimals, in half of a float's
 * memory.
 */
final class Levels {
  static final int PER_UNIT = 10_000;

  /** Below every threshold: a pair with a row that has no embedding. */
  static final short NONE = Short.MIN_VALUE;

  private static final float[] LARGEST_DISTANCE = new float[2 * PER_UNIT + 1];

  static {
    for (int k = -PER_UNIT; k <= PER_UNIT; k++) {
      LARGEST_DISTANCE[k + PER_UNIT] = (float) (1 - k / (double) PER_UNIT);
    }
  }

  private Levels() {}

  /** Level of a cosine similarity; -10000..10000. */
  static short of(float similarity) {
    float distance = Math.clamp(1f - similarity, 0f, 2f);
    int level = Math.clamp((int) Math.floor((1f - distance) * PER_UNIT), -PER_UNIT, PER_UNIT);
    while (level < PER_UNIT && distance <= LARGEST_DISTANCE[level + 1 + PER_UNIT]) {
      level++;
    }
    while (level > -PER_UNIT && distance > LARGEST_DISTANCE[level + PER_UNIT]) {
      level--;
    }
    return (short) level;
  }

  /** Level of a threshold: the nearest ten-thousandth. */
  static int threshold(double similarity) {
    if (!(similarity >= -1 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity " + similarity + " is not within -1..1");
    }
    return (int) Math.rint(similarity * PER_UNIT);
  }

  /** The similarity of a level. */
  static float similarity(int level) {
    return level / (float) PER_UNIT;
  }
}
