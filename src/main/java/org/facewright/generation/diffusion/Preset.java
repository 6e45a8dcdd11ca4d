package org.facewright.generation.diffusion;

import org.facewright.generation.diffusion.latent.Guidance;
import org.facewright.generation.diffusion.latent.NoiseType;
import org.facewright.generation.diffusion.schedule.Scheduler;

/** Settings that suit a kind of SDXL model. */
public enum Preset {
  /** SDXL base, 30 steps with guidance. */
  BASE(Scheduler.EULER, 30, 7.5f, 1024, NoiseType.FLOAT32),
  /** SDXL-Turbo: adversarially distilled, 4 steps without guidance, 512 pixels. */
  TURBO(Scheduler.EULER_ANCESTRAL_TRAILING, 4, 0, 512, NoiseType.FLOAT32),
  /** SDXL-Lightning of 4 steps; its other distillations want 2 or 8. */
  LIGHTNING(Scheduler.EULER_TRAILING, 4, 0, 1024, NoiseType.FLOAT32),
  /** An LCM-LoRA fused into SDXL base. */
  LCM(Scheduler.LCM, 8, 1, 1024, NoiseType.FLOAT32),
  /** The published recipe's first pass: as BASE, noise drawn in float16. */
  PAPER(Scheduler.EULER, 30, 7.5f, 1024, NoiseType.FLOAT16),
  /** The published recipe's second pass, with InstantID and a fused LCM-LoRA. */
  PAPER_INSTANTID(Scheduler.LCM, 10, 1, 1280, NoiseType.FLOAT16);

  private final SamplingSettings settings;

  Preset(Scheduler scheduler, int steps, float guidance, int side, NoiseType noise) {
    settings =
        new SamplingSettings(scheduler, steps, new Guidance(guidance, 0), side, side, noise, false);
  }

  public SamplingSettings settings() {
    return settings;
  }
}
