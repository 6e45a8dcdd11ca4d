package org.facewright.faces;

/**
 * What counts as a face.
 *
 * @param minScore of the detector, above 0, at most 1
 * @param maxOverlap of two faces, 0..1: above it the one of lower score is dropped
 */
public record DetectorSettings(double minScore, double maxOverlap) {
  /** As the faceplugin detector was published. */
  public static final DetectorSettings DEFAULT = new DetectorSettings(.65, .4);

  public DetectorSettings {
    if (!(minScore > 0 && minScore <= 1) || !(maxOverlap >= 0 && maxOverlap <= 1)) {
      throw new IllegalArgumentException(
          "minScore " + minScore + " and maxOverlap " + maxOverlap + " must lie in 0..1");
    }
  }
}
