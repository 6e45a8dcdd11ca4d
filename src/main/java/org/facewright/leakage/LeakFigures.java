package org.facewright.leakage;

/**
 * What comparing some rows with all galleries gave.
 *
 * @param asked rows that were asked about
 * @param pairs rows times gallery rows
 * @param pairsAbove05 pairs with a cosine above .5
 * @param pairsAbove07 pairs above .7: the same person
 * @param askedAbove05 rows with such a pair
 * @param askedAbove07 rows with such a pair
 * @param maxSimilarity the highest cosine of all
 * @param histogram of each row's highest cosine: {@link #BINS} equal bins from -1 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record LeakFigures(
    long asked,
    long pairs,
    long pairsAbove05,
    long pairsAbove07,
    long askedAbove05,
    long askedAbove07,
    float maxSimilarity,
    long[] histogram) {
  public static final int BINS = 100;

  /** Share of pairs above .5, 0 to 1. */
  public double shareAbove05() {
    return pairs == 0 ? 0 : (double) pairsAbove05 / pairs;
  }

  /** Share of pairs above .7, 0 to 1. */
  public double shareAbove07() {
    return pairs == 0 ? 0 : (double) pairsAbove07 / pairs;
  }

  /** The bin of a cosine. */
  static int bin(float cosine) {
    return Math.clamp((int) Math.floor((cosine + 1) / 2 * BINS), 0, BINS - 1);
  }
}
