package org.facewright.generation.diffusion.part;

/** The networks of a diffusion model, by the folders that hold them. */
public enum ModelPart {
  TEXT_ENCODER("text_encoder"),
  TEXT_ENCODER_2("text_encoder_2"),
  UNET("unet"),
  VAE_DECODER("vae_decoder"),
  /** InstantID: a face embedding to tokens. */
  RESAMPLER("resampler"),
  /** InstantID: a key-point picture to residuals. */
  CONTROLNET("controlnet"),
  /** InstantID: the UNet that takes tokens of a face and residuals. */
  IDENTITY_UNET("unet");

  private final String folder;

  ModelPart(String folder) {
    this.folder = folder;
  }

  /** The folder inside the model's, as the exporters name it. */
  public String folder() {
    return folder;
  }
}
