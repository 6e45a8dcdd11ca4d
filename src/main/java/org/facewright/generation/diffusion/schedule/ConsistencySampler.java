package org.facewright.generation.diffusion.schedule;

import org.jspecify.annotations.Nullable;

/** Latent consistency models (Luo et al., 2023): jump to the picture, add noise, jump again. */
final class ConsistencySampler implements Sampler {
  /** Steps of the solver that these models were distilled from. */
  private static final int TEACHER_STEPS = 50;

  private static final double TIMESTEP_SCALE = 10;
  private static final double DATA_VARIANCE = 0.25;

  private final NoiseSchedule schedule;
  private final int[] levels;

  ConsistencySampler(NoiseSchedule schedule, int steps) {
    this.schedule = schedule;
    int stride = schedule.levels() / TEACHER_STEPS;
    levels = new int[steps];
    for (int j = 0; j < steps; j++) {
      int fromNoisiest = (int) ((long) j * TEACHER_STEPS / steps);
      levels[j] = stride * (TEACHER_STEPS - fromNoisiest) - 1;
    }
  }

  /** The most steps there are different levels for. */
  static int mostSteps() {
    return TEACHER_STEPS;
  }

  @Override
  public int steps() {
    return levels.length;
  }

  @Override
  public float timestep(int step) {
    return levels[step];
  }

  @Override
  public float initialScale() {
    return 1;
  }

  @Override
  public float sigma(int step) {
    return schedule.sigma(levels[step]);
  }

  @Override
  public void scaleInput(float[] latent, int step, float[] into) {
    System.arraycopy(latent, 0, into, 0, latent.length);
  }

  @Override
  public boolean wantsNoise(int step) {
    return step < levels.length - 1;
  }

  /** Weight of the state itself at a step. */
  double skip(int step) {
    double scaled = levels[step] * TIMESTEP_SCALE;
    return DATA_VARIANCE / (scaled * scaled + DATA_VARIANCE);
  }

  /** Weight of the network's estimate at a step. */
  double out(int step) {
    double scaled = levels[step] * TIMESTEP_SCALE;
    return scaled / Math.sqrt(scaled * scaled + DATA_VARIANCE);
  }

  @Override
  public void step(
      float[] latent, float[] predicted, int step, float @Nullable [] noise, float[] clean) {
    float signal = (float) Math.sqrt(schedule.signalPower(levels[step]));
    float spread = (float) Math.sqrt(1f - schedule.signalPower(levels[step]));
    float skip = (float) skip(step);
    float out = (float) out(step);
    boolean epsilon = schedule.config().prediction() == Prediction.EPSILON;
    for (int i = 0; i < latent.length; i++) {
      float estimate =
          epsilon
              ? (latent[i] - spread * predicted[i]) / signal
              : signal * latent[i] - spread * predicted[i];
      clean[i] = out * estimate + skip * latent[i];
    }
    if (step == levels.length - 1) {
      System.arraycopy(clean, 0, latent, 0, clean.length);
    } else {
      addNoise(latent, clean, schedule.signalPower(levels[step + 1]), noise);
    }
  }

  private static void addNoise(
      float[] latent, float[] clean, float signalPower, float @Nullable [] noise) {
    if (noise == null) {
      throw new IllegalArgumentException("a consistency step needs noise");
    }
    float signal = (float) Math.sqrt(signalPower);
    float spread = (float) Math.sqrt(1f - signalPower);
    for (int i = 0; i < latent.length; i++) {
      latent[i] = signal * clean[i] + spread * noise[i];
    }
  }
}
