package org.facewright.generation.diffusion.schedule;

import org.jspecify.annotations.Nullable;

/**
 * DPM-Solver++ of second order, multistep, midpoint (Lu et al., 2022), optionally on Karras'
 * levels.
 */
final class SolverSampler implements Sampler {
  private final Prediction prediction;
  private final float[] timesteps;

  /** Before each step, and the final zero. */
  private final double[] sigmas;

  private float @Nullable [] previousClean;

  SolverSampler(NoiseSchedule schedule, int steps, boolean karras) {
    ScheduleConfig config = schedule.config();
    prediction = config.prediction();
    double[] levels = Spacings.solver(config, steps);
    if (karras) {
      double[] all =
          Spacings.karras(schedule.sigma(schedule.levels() - 1), schedule.sigma(0), levels.length);
      for (int k = 0; k < levels.length; k++) {
        levels[k] = Math.rint(schedule.levelOf(all[k]));
      }
      sigmas = withZero(all);
    } else {
      sigmas = withZero(java.util.stream.DoubleStream.of(levels).map(schedule::sigmaAt).toArray());
    }
    timesteps = new float[levels.length];
    for (int k = 0; k < levels.length; k++) {
      timesteps[k] = (float) levels[k];
    }
  }

  private static double[] withZero(double[] values) {
    double[] longer = new double[values.length + 1];
    for (int k = 0; k < values.length; k++) {
      longer[k] = (float) values[k];
    }
    return longer;
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
    return 1;
  }

  @Override
  public float sigma(int step) {
    return (float) sigmas[step];
  }

  @Override
  public void scaleInput(float[] latent, int step, float[] into) {
    System.arraycopy(latent, 0, into, 0, latent.length);
  }

  @Override
  public boolean wantsNoise(int step) {
    return false;
  }

  /** Share of the signal at a noise level, the state being signal*alpha + noise*sigma*alpha. */
  private static double alpha(double sigma) {
    return 1 / Math.sqrt(sigma * sigma + 1);
  }

  @Override
  public void step(
      float[] latent, float[] predicted, int step, float @Nullable [] noise, float[] clean) {
    estimate(latent, predicted, sigmas[step], clean);
    if (step == steps() - 1) {
      // Noise zero: the exponential vanishes and the estimate is the result.
      System.arraycopy(clean, 0, latent, 0, clean.length);
    } else {
      advance(latent, step, clean);
    }
    previousClean = clean.clone();
  }

  private void estimate(float[] latent, float[] predicted, double sigma, float[] clean) {
    float alpha = (float) alpha(sigma);
    float noise = (float) (sigma * alpha(sigma));
    for (int i = 0; i < latent.length; i++) {
      clean[i] =
          prediction == Prediction.EPSILON
              ? (latent[i] - noise * predicted[i]) / alpha
              : alpha * latent[i] - noise * predicted[i];
    }
  }

  private void advance(float[] latent, int step, float[] clean) {
    double from = sigmas[step];
    double to = sigmas[step + 1];
    // With lambda = ln(alpha/sigma') = -ln(sigma): h is the step in it.
    double h = Math.log(from) - Math.log(to);
    float keep = (float) (to * alpha(to) / (from * alpha(from)));
    float gain = (float) (alpha(to) * Math.expm1(-h));
    float[] before = previousClean;
    float bend =
        before == null || step == 0
            ? 0
            : (float) (0.5 * h / (Math.log(sigmas[step - 1]) - Math.log(from)));
    for (int i = 0; i < latent.length; i++) {
      float straight = keep * latent[i] - gain * clean[i];
      latent[i] =
          before == null || bend == 0 ? straight : straight - gain * bend * (clean[i] - before[i]);
    }
  }
}
