package org.facewright.generation.diffusion.latent;

/**
 * What SDXL is told about a picture's size (Podell et al., 2023, section 2.2).
 *
 * @param originalHeight height the picture is to look as if it had
 * @param originalWidth width the picture is to look as if it had
 * @param cropTop rows that a crop seems to have taken off
 * @param cropLeft columns that a crop seems to have taken off
 * @param targetHeight height of the picture
 * @param targetWidth width of the picture
 */
public record SizeConditioning(
    int originalHeight,
    int originalWidth,
    int cropTop,
    int cropLeft,
    int targetHeight,
    int targetWidth) {

  /** The usual one: an uncropped picture of just this size. */
  public static SizeConditioning of(int height, int width) {
    return new SizeConditioning(height, width, 0, 0, height, width);
  }

  /** In the order the network wants. */
  public float[] timeIds() {
    return new float[] {
      originalHeight, originalWidth, cropTop, cropLeft, targetHeight, targetWidth
    };
  }
}
