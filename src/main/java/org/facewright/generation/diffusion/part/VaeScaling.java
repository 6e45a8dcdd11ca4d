package org.facewright.generation.diffusion.part;

import java.util.Optional;
import org.facewright.generation.diffusion.part.DiffusionException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How latents are scaled for the decoder.
 *
 * @param factor 0.13025 for SDXL
 * @param mean of each of the four channels, or null
 * @param std of each of the four channels, or null exactly if the mean is
 */
@SuppressWarnings("ArrayRecordComponent") // Four constants.
public record VaeScaling(double factor, double @Nullable [] mean, double @Nullable [] std) {
  private static final double SDXL = 0.13025;
  private static final int CHANNELS = 4;

  /** Reads a decoder's configuration. */
  public static VaeScaling of(ConfigFile config) throws DiffusionException {
    Optional<double[]> mean = config.numbers("latents_mean");
    Optional<double[]> std = config.numbers("latents_std");
    if (mean.isPresent() != std.isPresent()
        || mean.isPresent() && (mean.get().length != CHANNELS || std.get().length != CHANNELS)) {
      throw config.wrong("latents_mean", "four numbers beside four of latents_std, or neither");
    }
    double factor = config.number("scaling_factor", SDXL);
    if (!(factor > 0)) {
      throw new DiffusionException(
          Problem.UNREADABLE_FILE,
          config.file(),
          config.file() + " has a scaling_factor of " + factor + ", which must be positive.");
    }
    return new VaeScaling(factor, mean.orElse(null), std.orElse(null));
  }

  /** A latent as the decoder wants it. */
  public float toDecoder(float latent, int channel) {
    double[] shift = mean;
    double[] spread = std;
    return shift == null || spread == null
        ? latent / (float) factor
        : (float) (latent * spread[channel] / factor + shift[channel]);
  }
}
