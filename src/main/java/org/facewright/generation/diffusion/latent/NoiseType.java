package org.facewright.generation.diffusion.latent;

/** How exactly noise is drawn. */
public enum NoiseType {
  /** As a pipeline in float32 draws it. */
  FLOAT32,
  /** As a pipeline in float16 draws it: the same numbers, rounded. */
  FLOAT16;

  /** Standard normal numbers. */
  public float[] draw(TorchRandom random, int count) {
    return this == FLOAT32 ? random.normal(count) : random.normalHalf(count);
  }
}
