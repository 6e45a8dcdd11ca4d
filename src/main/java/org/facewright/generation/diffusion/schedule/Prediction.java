package org.facewright.generation.diffusion.schedule;

/** What a UNet predicts. */
public enum Prediction {
  /** The noise in its input. */
  EPSILON,
  /** The velocity between picture and noise (Salimans and Ho, 2022). */
  V_PREDICTION
}
