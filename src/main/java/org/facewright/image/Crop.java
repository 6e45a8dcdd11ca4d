package org.facewright.image;

/** Cuts pictures out and mirrors them. */
public final class Crop {
  private Crop() {}

  /** A rectangle of a picture; what lies outside of the picture is black. */
  public static RgbImage of(RgbImage image, int left, int top, int width, int height) {
    if (left == 0 && top == 0 && width == image.width() && height == image.height()) {
      return image;
    }
    RgbImage cut = RgbImage.black(width, height);
    int firstX = Math.max(0, -left);
    int endX = Math.min(width, image.width() - left);
    for (int y = Math.max(0, -top); y < Math.min(height, image.height() - top); y++) {
      if (endX > firstX) {
        int source = ((top + y) * image.width() + left + firstX) * 3;
        System.arraycopy(
            image.rgb(), source, cut.rgb(), (y * width + firstX) * 3, (endX - firstX) * 3);
      }
    }
    return cut;
  }

  /** The picture in a mirror: left and right change places. */
  public static RgbImage mirrored(RgbImage image) {
    return Orientation.MIRRORED.apply(image);
  }

  /** The picture upside down in a mirror: top and bottom change places. */
  public static RgbImage flipped(RgbImage image) {
    return Orientation.FLIPPED.apply(image);
  }
}
