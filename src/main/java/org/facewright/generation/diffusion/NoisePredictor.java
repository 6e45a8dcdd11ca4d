package org.facewright.generation.diffusion;

import org.facewright.generation.diffusion.part.DiffusionException;
import org.facewright.generation.diffusion.part.PartFile;

/** Something that sees noise in latents: a UNet with everything it is conditioned on. */
public interface NoisePredictor {
  /**
   * Predicts for a whole batch.
   *
   * @param input the scaled latents, once, or twice one after the other when guidance is on
   * @param timestep the noise level
   * @return as many numbers
   */
  float[] predict(float[] input, float timestep) throws DiffusionException;

  /** The network to name when it fails. */
  PartFile part();
}
