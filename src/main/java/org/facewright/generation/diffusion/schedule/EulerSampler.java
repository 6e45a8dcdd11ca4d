package org.facewright.generation.diffusion.schedule;

import org.jspecify.annotations.Nullable;

/** Euler's method on the probability flow (Karras et al., 2022, algorithm 2 without churn). */
class EulerSampler implements Sampler {
  private final Prediction prediction;
  private final float[] timesteps;
  private final float initialScale;

  /** Before each step, and the final zero. */
  final float[] sigmas;

  EulerSampler(NoiseSchedule schedule, int steps, boolean karras) {
    ScheduleConfig config = schedule.config();
    prediction = config.prediction();
    double[] levels = Spacings.euler(config, steps);
    double[] spaced = new double[levels.length];
    for (int k = 0; k < levels.length; k++) {
      spaced[k] = schedule.sigmaAt(levels[k]);
    }
    double[] used =
        karras ? Spacings.karras(spaced[0], spaced[spaced.length - 1], spaced.length) : spaced;
    timesteps = new float[levels.length];
    sigmas = new float[levels.length + 1];
    for (int k = 0; k < levels.length; k++) {
      sigmas[k] = (float) used[k];
      timesteps[k] = (float) (karras ? schedule.levelOf(used[k]) : levels[k]);
    }
    float noisiest = sigmas[0];
    initialScale =
        config.spacing() == TimestepSpacing.LEADING
            ? (float) Math.sqrt(noisiest * noisiest + 1)
            : noisiest;
  }

  @Override
  public int steps() {
    return timesteps.length;
  }

  @Override
  public float timestep(int step) {
    return timesteps[step];
  }

  @Override
  public float initialScale() {
    return initialScale;
  }

  @Override
  public float sigma(int step) {
    return sigmas[step];
  }

  @Override
  public void scaleInput(float[] latent, int step, float[] into) {
    float sigma = sigmas[step];
    float divisor = (float) Math.sqrt(sigma * sigma + 1);
    for (int i = 0; i < latent.length; i++) {
      into[i] = latent[i] / divisor;
    }
  }

  @Override
  public boolean wantsNoise(int step) {
    return false;
  }

  @Override
  public void step(
      float[] latent, float[] predicted, int step, float @Nullable [] noise, float[] clean) {
    move(latent, predicted, step, sigmas[step + 1], clean);
  }

  /** Moves along the flow to another noise level. */
  final void move(float[] latent, float[] predicted, int step, float to, float[] clean) {
    float sigma = sigmas[step];
    float distance = to - sigma;
    for (int i = 0; i < latent.length; i++) {
      clean[i] = clean(latent[i], predicted[i], sigma);
      float slope = (latent[i] - clean[i]) / sigma;
      latent[i] += slope * distance;
    }
  }

  private float clean(float latent, float predicted, float sigma) {
    return switch (prediction) {
      case EPSILON -> latent - sigma * predicted;
      case V_PREDICTION -> {
        float power = sigma * sigma + 1;
        yield predicted * (-sigma / (float) Math.sqrt(power)) + latent / power;
      }
    };
  }
}
