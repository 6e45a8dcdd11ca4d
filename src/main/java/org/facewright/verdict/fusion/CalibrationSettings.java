package org.facewright.verdict.fusion;

/**
 * How the experts are weighed.
 *
 * @param badShare what share of the images is believed not to belong, before anything is known
 * @param priorImages how many images that belief, and each expert's reliability, count as
 * @param patternImages how many reviewed images with the very same votes weigh as much as what the
 *     experts' reliabilities say of them
 * @param togetherness 0..1: how far experts of one family are believed to err together; at 1 a
 *     family's votes count as one, at 0 each counts in full
 * @param rounds of expectation and maximisation, at most
 */
public record CalibrationSettings(
    double badShare, double priorImages, double patternImages, double togetherness, int rounds) {
  public static final CalibrationSettings DEFAULT = new CalibrationSettings(0.1, 20, 5, 0.8, 200);

  public CalibrationSettings {
    if (!(badShare > 0 && badShare < 1)) {
      throw new IllegalArgumentException("badShare lies between 0 and 1");
    }
    if (!(priorImages > 0 && patternImages > 0) || rounds < 1) {
      throw new IllegalArgumentException("priorImages and patternImages above 0, rounds >= 1");
    }
    if (!(togetherness >= 0 && togetherness <= 1)) {
      throw new IllegalArgumentException("togetherness is 0..1");
    }
  }
}
