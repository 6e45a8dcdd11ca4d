package org.facewright.generation.vec2face.engine;

import org.facewright.generation.vec2face.variant.Mix;
import org.facewright.generation.vec2face.variant.Perturbation;
import org.facewright.generation.vec2face.variant.VariantFolder;
import org.facewright.generation.vec2face.variant.VariantSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the variants of each identity are drawn, as an order remembers it.
 *
 * @param count of each, 1 to 10,000
 * @param mix amounts as {@link Mix#named} reads them
 * @param angular whether amounts are degrees on the sphere instead of deviations of coordinates
 * @param similarity lowest cosine to the reference; -1 asks nothing
 * @param retries further tries of each variant
 * @param duplicate cosine from which two variants are the same picture; above 1 asks nothing
 * @param maskRate share of masked tokens, null: the generator's own
 * @param seed of everything
 * @param likeness what similarity is measured to
 * @param format of the pictures
 */
public record Drawing(
    int count,
    String mix,
    boolean angular,
    double similarity,
    int retries,
    double duplicate,
    @Nullable Double maskRate,
    long seed,
    Likeness likeness,
    VariantFolder.Format format) {
  private static final int MOST = 10_000;
  private static final double USUAL = .15;

  public Drawing {
    if (count > MOST) {
      throw new IllegalArgumentException(
          "%,d variants of one identity are too many: at most %,d".formatted(count, MOST));
    }
    // A wrong wish is refused before it is queued.
    var unused = settings(count, mix, angular, similarity, retries, duplicate, maskRate, seed, 1);
  }

  /** The same as the variant maker takes it. */
  public VariantSettings settings(double usualMask, int batch) {
    double rate = maskRate == null ? usualMask : maskRate;
    return settings(
        count, mix, angular, similarity, retries, duplicate, rate, seed, Math.min(count, batch));
  }

  private static VariantSettings settings(
      int count,
      String mix,
      boolean angular,
      double similarity,
      int retries,
      double duplicate,
      @Nullable Double maskRate,
      long seed,
      int batch) {
    Mix amounts = Mix.named(mix);
    Perturbation how =
        angular ? new Perturbation.Angular(amounts) : new Perturbation.Gaussian(amounts);
    double rate = maskRate == null ? USUAL : maskRate;
    return new VariantSettings(count, how, similarity, retries, duplicate, rate, seed, batch);
  }
}
