package org.facewright.generation.diffusion.schedule;

/**
 * The noise levels of training: cumulated signal power, and the standard deviation of the noise
 * relative to the signal. Immutable and thread-safe.
 *
 * <p>Rounded to float where the reference implementation does, so that trajectories agree.
 */
final class NoiseSchedule {
  private final ScheduleConfig config;
  private final float[] signalPower;
  private final float[] sigmas;

  NoiseSchedule(ScheduleConfig config) {
    this.config = config;
    int n = config.trainSteps();
    signalPower = new float[n];
    sigmas = new float[n];
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= 1f - beta(i);
      signalPower[i] = (float) product;
      sigmas[i] = (float) Math.sqrt((1f - signalPower[i]) / signalPower[i]);
    }
  }

  private float beta(int i) {
    boolean scaled = config.scaledLinear();
    float from = (float) (scaled ? Math.sqrt(config.betaStart()) : config.betaStart());
    float to = (float) (scaled ? Math.sqrt(config.betaEnd()) : config.betaEnd());
    int n = config.trainSteps();
    float step = (to - from) / (n - 1);
    // From the nearer end, as torch.linspace does.
    float value = i < n / 2 ? from + step * i : to - step * (n - 1 - i);
    return scaled ? value * value : value;
  }

  ScheduleConfig config() {
    return config;
  }

  int levels() {
    return sigmas.length;
  }

  /** Share of the signal's power that is left at a level, 0..1. */
  float signalPower(int level) {
    return signalPower[level];
  }

  /** Noise relative to signal at a level, 0 upwards. */
  float sigma(int level) {
    return sigmas[level];
  }

  /** The same between levels, by linear interpolation. */
  double sigmaAt(double level) {
    int low = Math.clamp((long) Math.floor(level), 0, sigmas.length - 1);
    int high = Math.min(low + 1, sigmas.length - 1);
    double share = level - low;
    return sigmas[low] + share * ((double) sigmas[high] - sigmas[low]);
  }

  /** The level that has this much noise, by linear interpolation of the logarithm. */
  double levelOf(double sigma) {
    double wanted = Math.log(Math.max(sigma, 1e-10));
    int low = 0;
    while (low < sigmas.length - 2 && Math.log(sigmas[low + 1]) <= wanted) {
      low++;
    }
    double below = Math.log(sigmas[low]);
    double above = Math.log(sigmas[low + 1]);
    double share = Math.clamp((below - wanted) / (below - above), 0, 1);
    return (1 - share) * low + share * (low + 1);
  }
}
