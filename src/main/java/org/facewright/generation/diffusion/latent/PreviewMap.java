package org.facewright.generation.diffusion.latent;

import org.facewright.image.RgbImage;

/** A small picture straight from a latent: a linear map of the four channels. Thread-safe. */
public final class PreviewMap {
  private static final int CHANNELS = LatentShape.CHANNELS;

  /** Red, green, blue rows over four channels and a constant, 0..255: the SDXL decoder in rough. */
  private static final float[][] SDXL = {
    {60, -60, 25, -70, 150}, {60, -5, 15, -50, 140}, {60, 10, -5, -35, 130}
  };

  private PreviewMap() {}

  /**
   * One pixel for each latent, an eighth of the picture's sides.
   *
   * @param latents of a batch, unscaled as the UNet knows them
   * @param shape of that batch
   * @param index of the picture in the batch
   */
  public static RgbImage preview(float[] latents, LatentShape shape, int index) {
    int area = shape.height() * shape.width();
    int start = index * shape.single();
    byte[] rgb = new byte[3 * area];
    for (int i = 0; i < area; i++) {
      for (int c = 0; c < 3; c++) {
        float[] row = SDXL[c];
        float value = row[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
          value += row[channel] * latents[start + channel * area + i];
        }
        rgb[3 * i + c] = (byte) Math.clamp(Math.round(value), 0, 255);
      }
    }
    return new RgbImage(shape.width(), shape.height(), rgb);
  }
}
