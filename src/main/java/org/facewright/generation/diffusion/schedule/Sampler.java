package org.facewright.generation.diffusion.schedule;

import org.jspecify.annotations.Nullable;

/**
 * One run from noise to picture. Steps are taken once each, in order, each on the whole batch.
 *
 * <p>Not thread-safe: some samplers remember the step before.
 */
public interface Sampler {
  /** How many steps it takes, 1 or more. */
  int steps();

  /** The noise level that the UNet is told at a step; some samplers have fractions. */
  float timestep(int step);

  /** Standard deviation of the noise that it starts from. */
  float initialScale();

  /** Noise relative to signal before a step, for curves and estimates. */
  float sigma(int step);

  /**
   * What the UNet is shown at a step.
   *
   * @param latent the state, unchanged
   * @param into filled with the scaled state
   */
  void scaleInput(float[] latent, int step, float[] into);

  /** Whether a step takes fresh noise; it must then be drawn even where it has no effect. */
  boolean wantsNoise(int step);

  /**
   * Takes a step.
   *
   * @param latent the state, changed in place
   * @param prediction of the UNet, after guidance
   * @param step 0 to {@link #steps()}, exclusive
   * @param noise standard normal numbers where the step wants them, else null
   * @param clean filled with the estimate of the finished latent, for previews
   */
  void step(float[] latent, float[] prediction, int step, float @Nullable [] noise, float[] clean);
}
