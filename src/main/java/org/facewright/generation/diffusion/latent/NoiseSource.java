package org.facewright.generation.diffusion.latent;

import org.facewright.generation.diffusion.part.DiffusionException;

/** Where a run takes its noise from: first for its start, then for every step that wants some. */
@FunctionalInterface
public interface NoiseSource {
  /** The next standard normal numbers. */
  float[] next(int count) throws DiffusionException;

  /** Drawn as PyTorch draws it. */
  static NoiseSource drawn(TorchRandom random, NoiseType type) {
    return count -> type.draw(random, count);
  }
}
