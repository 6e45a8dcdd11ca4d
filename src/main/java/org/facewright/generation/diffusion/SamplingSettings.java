package org.facewright.generation.diffusion;

import org.facewright.generation.diffusion.latent.Guidance;
import org.facewright.generation.diffusion.latent.NoiseType;
import org.facewright.generation.diffusion.schedule.Scheduler;

/**
 * How a picture is drawn.
 *
 * @param scheduler the way from noise to picture
 * @param steps along it, 1 or more
 * @param guidance how strongly the prompt counts
 * @param width in pixels, a multiple of 8
 * @param height in pixels, a multiple of 8
 * @param noise how it is drawn
 * @param promptWeights whether brackets in prompts are weights; plain pipelines take them literally
 */
public record SamplingSettings(
    Scheduler scheduler,
    int steps,
    Guidance guidance,
    int width,
    int height,
    NoiseType noise,
    boolean promptWeights) {
  public SamplingSettings withScheduler(Scheduler changed, int changedSteps) {
    return new SamplingSettings(
        changed, changedSteps, guidance, width, height, noise, promptWeights);
  }

  public SamplingSettings withGuidance(float scale, float rescale) {
    return new SamplingSettings(
        scheduler, steps, new Guidance(scale, rescale), width, height, noise, promptWeights);
  }

  public SamplingSettings withSize(int changedWidth, int changedHeight) {
    return new SamplingSettings(
        scheduler, steps, guidance, changedWidth, changedHeight, noise, promptWeights);
  }

  public SamplingSettings withNoise(NoiseType changed) {
    return new SamplingSettings(scheduler, steps, guidance, width, height, changed, promptWeights);
  }

  public SamplingSettings withPromptWeights(boolean changed) {
    return new SamplingSettings(scheduler, steps, guidance, width, height, noise, changed);
  }
}
