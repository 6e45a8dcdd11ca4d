package org.facewright.generation.diffusion.schedule;

import org.jspecify.annotations.Nullable;

/** Euler's method with fresh noise at every step, as SDXL-Turbo is run. */
final class AncestralSampler extends EulerSampler {
  AncestralSampler(NoiseSchedule schedule, int steps) {
    super(schedule, steps, false);
  }

  @Override
  public boolean wantsNoise(int step) {
    return true;
  }

  @Override
  public void step(
      float[] latent, float[] predicted, int step, float @Nullable [] noise, float[] clean) {
    if (noise == null) {
      throw new IllegalArgumentException("an ancestral step needs noise");
    }
    double from = sigmas[step];
    double to = sigmas[step + 1];
    double up = Math.sqrt(to * to * (from * from - to * to) / (from * from));
    double down = Math.sqrt(to * to - up * up);
    move(latent, predicted, step, (float) down, clean);
    float amount = (float) up;
    for (int i = 0; i < latent.length; i++) {
      latent[i] += noise[i] * amount;
    }
  }
}
