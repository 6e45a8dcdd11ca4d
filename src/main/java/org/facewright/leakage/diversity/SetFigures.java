package org.facewright.leakage.diversity;

import java.util.List;

/**
 * Separability and diversity of one set of identities.
 *
 * @param name of the set
 * @param identities with an embedding
 * @param images with an embedding, rejected ones left out
 * @param pairs of identities that were compared: all, or a sample
 * @param sampled whether {@code pairs} are a sample, drawn with the seed of the measurement
 * @param between cosines of identity centres, {@link #BINS} equal bins from -1 to 1
 * @param meanBetween their mean
 * @param similarShare share of those pairs above .5
 * @param nearest each identity's highest cosine to another one's centre, exact, same bins
 * @param twins identities whose nearest other is above .7, exact
 * @param within cosines of images to their identity's centre, same bins
 * @param meanWithin their mean
 * @param spread mean over identities with two images or more of the mean cosine of their pairs
 * @param nearDuplicates pairs of images of one identity above {@link #DUPLICATE}
 * @param effectiveIdentities how many identities nobody like another would be as diverse: n^2 over
 *     the number of ordered pairs, itself included, above .5. The diversity of order 2 of Leinster
 *     and Cobbold, "Measuring diversity: the importance of species similarity" (Ecology 93, 2012),
 *     with equal shares and a similarity of 1 above .5, else 0. Exact.
 * @param effectiveDimensions 1 over the mean squared cosine of all ordered pairs, itself included:
 *     the Vendi score of order 2 (Pasarkar and Dieng, "Cousins of the Vendi score", 2024), at most
 *     the numbers of a row. Exact.
 * @param coverage pose, age and sex where they are known; sharpness and clipping of pictures drawn
 *     at random
 */
@SuppressWarnings("ArrayRecordComponent")
public record SetFigures(
    String name,
    int identities,
    long images,
    long pairs,
    boolean sampled,
    long[] between,
    double meanBetween,
    double similarShare,
    long[] nearest,
    int twins,
    long[] within,
    double meanWithin,
    double spread,
    long nearDuplicates,
    double effectiveIdentities,
    double effectiveDimensions,
    List<Coverage> coverage) {
  public static final int BINS = 100;

  /** Two images above it are nearly the same picture to the recogniser. */
  public static final float DUPLICATE = .95f;

  public SetFigures {
    coverage = List.copyOf(coverage);
  }

  /**
   * How an attribute of the images is spread.
   *
   * @param attribute such as {@code yaw}
   * @param known images with this attribute
   * @param low lower edge of the first bin
   * @param high upper edge of the last
   * @param counts in equal bins; what lies outside is in the first or last
   */
  public record Coverage(String attribute, long known, double low, double high, long[] counts) {
    /** Counts values; NaN is not known. */
    static Coverage of(String attribute, List<Double> values, double low, double high, int bins) {
      long[] counts = new long[bins];
      long known = 0;
      for (double value : values) {
        if (!Double.isNaN(value)) {
          known++;
          counts[Math.clamp((int) Math.floor((value - low) / (high - low) * bins), 0, bins - 1)]++;
        }
      }
      return new Coverage(attribute, known, low, high, counts);
    }
  }

  static int bin(float cosine) {
    return Math.clamp((int) Math.floor((cosine + 1) / 2 * BINS), 0, BINS - 1);
  }
}
