package org.facewright.generation.diffusion.latent;

/**
 * The size of a batch of latents: four channels, an eighth of the picture's sides.
 *
 * @param batch pictures at once, 1 or more
 * @param height rows of latents
 * @param width columns of latents
 */
public record LatentShape(int batch, int height, int width) {
  public static final int CHANNELS = 4;

  /** Pixels along a side of one latent. */
  public static final int PIXELS = 8;

  /** For pictures of a size in pixels, multiples of 8. */
  public static LatentShape ofPixels(int batch, int height, int width) {
    return new LatentShape(batch, height / PIXELS, width / PIXELS);
  }

  /** Numbers of one picture. */
  public int single() {
    return CHANNELS * height * width;
  }

  /** Numbers of all pictures. */
  public int all() {
    return Math.multiplyExact(batch, single());
  }

  /** As networks want it: NCHW. */
  public long[] dims() {
    return new long[] {batch, CHANNELS, height, width};
  }
}
