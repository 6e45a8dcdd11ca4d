package org.facewright.generation.vec2face.preview;

import java.util.SplittableRandom;
import org.facewright.generation.vec2face.variant.Mix;
import org.facewright.generation.vec2face.variant.Perturbation;

/**
 * What is to be drawn: a reference under a form.
 *
 * @param number grows with every question
 */
record Question(long number, PreviewReference reference, PreviewForm form) {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** The moved reference: the large face. */
  float[] base() {
    return form.moves().applied(reference.vector());
  }

  /** A variant's vector: its seed and number alone decide its noise. */
  float[] variant(float[] base, int number) {
    SplittableRandom random = new SplittableRandom(form.seed() * SPREAD + number);
    return new Perturbation.Gaussian(Mix.of(form.sigma())).move(base, form.sigma(), random);
  }

  /** Number -1 is the base. */
  long maskSeed(int number) {
    return ((form.fixedMasks() ? 0 : form.seed()) * SPREAD) ^ (number + 1L) * 0xD1342543DE82EF95L;
  }
}
