package org.facewright.generation.diffusion;

/** What a run is at. */
public enum Phase {
  /** The prompts go through the text encoders. */
  ENCODING,
  /** The UNet takes steps. */
  DENOISING,
  /** The VAE turns latents into pixels. */
  DECODING
}
