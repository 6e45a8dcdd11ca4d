package org.facewright.generation.vec2face.preview;

/**
 * What the sliders say.
 *
 * @param sigma of the variants' noise on each coordinate, 0 to 1
 * @param seed of the variants
 * @param maskRate share of masked tokens, 0 to 1
 * @param fixedMasks whether masks stay when the seed changes
 * @param count of variants
 * @param similarity from which a variant counts as the same person, -1 to 1
 * @param moves of the reference
 */
record PreviewForm(
    double sigma,
    long seed,
    double maskRate,
    boolean fixedMasks,
    int count,
    double similarity,
    Moves moves) {
  static final PreviewForm FIRST = new PreviewForm(.3, 1, .15, true, 16, .5, Moves.NONE);

  PreviewForm withSigma(double now) {
    return new PreviewForm(now, seed, maskRate, fixedMasks, count, similarity, moves);
  }

  PreviewForm withSeed(long now) {
    return new PreviewForm(sigma, now, maskRate, fixedMasks, count, similarity, moves);
  }

  PreviewForm withMask(double rate, boolean fixed) {
    return new PreviewForm(sigma, seed, rate, fixed, count, similarity, moves);
  }

  PreviewForm withCount(int now) {
    return new PreviewForm(sigma, seed, maskRate, fixedMasks, now, similarity, moves);
  }

  PreviewForm withSimilarity(double now) {
    return new PreviewForm(sigma, seed, maskRate, fixedMasks, count, now, moves);
  }

  PreviewForm withMoves(Moves now) {
    return new PreviewForm(sigma, seed, maskRate, fixedMasks, count, similarity, now);
  }
}
