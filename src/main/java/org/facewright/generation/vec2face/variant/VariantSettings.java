package org.facewright.generation.vec2face.variant;

/**
 * What is asked of each identity.
 *
 * @param count variants of each
 * @param similarity lowest cosine of a variant's embedding and the reference's; -1 asks nothing
 * @param retries further tries of a variant that is not similar enough or a near duplicate
 * @param duplicate cosine from which two variants of one identity are the same picture; above 1
 *     asks nothing
 * @param maskRate share of tokens that are masked
 * @param seed of everything; with the identity's name it decides every variant
 * @param batch pictures drawn at once
 */
public record VariantSettings(
    int count,
    Perturbation perturbation,
    double similarity,
    int retries,
    double duplicate,
    double maskRate,
    long seed,
    int batch) {
  public VariantSettings {
    if (count < 1 || retries < 0 || batch < 1) {
      throw new IllegalArgumentException("at least one variant, one try and a batch of one");
    }
    if (!(similarity >= -1 && similarity < 1)) {
      throw new IllegalArgumentException("similarities lie between -1 and 1");
    }
    if (!(maskRate >= 0 && maskRate <= 1)) {
      throw new IllegalArgumentException("the mask rate lies between 0 and 1");
    }
  }

  /** Whether pictures must be embedded at all. */
  public boolean judged() {
    return similarity > -1 || duplicate <= 1;
  }

  /** The published way around a reference picture; nothing is filtered. */
  public static VariantSettings published(int count, long seed) {
    return new VariantSettings(
        count, new Perturbation.Gaussian(Mix.reference()), -1, 0, 2, .15, seed, 8);
  }
}
