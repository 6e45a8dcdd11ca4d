package org.facewright.image;

/** Changes a picture's size. Pixel centres lie at half coordinates, as OpenCV has it. */
public final class Resize {
  private Resize() {}

  /** Each new pixel between its four nearest old ones: for enlarging, or up to half the size. */
  public static RgbImage bilinear(RgbImage image, int width, int height) {
    if (width == image.width() && height == image.height()) {
      return image;
    }
    return Resampling.bilinear(image.width(), width)
        .thenDown(Resampling.bilinear(image.height(), height), image);
  }

  /** Each new pixel the mean of the old ones under it: for making smaller. */
  public static RgbImage area(RgbImage image, int width, int height) {
    if (width == image.width() && height == image.height()) {
      return image;
    }
    return Resampling.area(image.width(), width)
        .thenDown(Resampling.area(image.height(), height), image);
  }
}
