package org.facewright.generation.vec2face.attribute;

import org.facewright.generation.vec2face.MaskDraw;

/**
 * How the search goes.
 *
 * @param rate Adam's learning rate, 0.1 as published
 * @param steps at most; the published loop has no bound
 * @param patience steps without a better result after which a vector is given up
 * @param masks one draw a step; a step's seed is {@code maskSeed} plus its number
 * @param fixedMask whether every step takes the mask of the first, which makes the search steadier
 */
public record AttributeSettings(
    double rate, int steps, int patience, MaskDraw masks, long maskSeed, boolean fixedMask) {
  public AttributeSettings {
    if (!(rate > 0) || steps < 1 || patience < 1) {
      throw new IllegalArgumentException("a rate above 0, and at least one step");
    }
  }

  /** The published rate, 300 steps at most, 100 without progress. */
  public static AttributeSettings bounded(MaskDraw masks, long maskSeed) {
    return new AttributeSettings(.1, 300, 100, masks, maskSeed, false);
  }
}
