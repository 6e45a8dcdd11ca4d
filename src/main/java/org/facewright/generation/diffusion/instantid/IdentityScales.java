package org.facewright.generation.diffusion.instantid;

import java.util.random.RandomGenerator;

/**
 * How strongly the second pass follows the first.
 *
 * @param keyPoints weight of the ControlNet's residuals, 0..2
 * @param identity weight of the face's tokens, 0..2
 */
public record IdentityScales(float keyPoints, float identity) {
  public IdentityScales {
    if (!(keyPoints >= 0 && keyPoints <= 2) || !(identity >= 0 && identity <= 2)) {
      throw new IllegalArgumentException("scales must be 0..2");
    }
  }

  /** Drawn as in the published recipe: key points loosely, identity almost fully. */
  public static IdentityScales drawn(RandomGenerator random) {
    return new IdentityScales(random.nextFloat(0.1f, 0.5f), random.nextFloat(0.95f, 1));
  }
}
