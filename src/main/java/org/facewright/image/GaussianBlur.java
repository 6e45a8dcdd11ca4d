package org.facewright.image;

/** A 3 x 3 Gaussian blur; beyond the edge lies the mirror picture, as torchvision has it. */
public final class GaussianBlur {
  private GaussianBlur() {}

  /**
   * Blurs.
   *
   * @param sigma in pixels, above 0
   */
  public static RgbImage three(RgbImage image, double sigma) {
    double side = Math.exp(-0.5 / (sigma * sigma));
    double middle = 1 / (1 + 2 * side);
    double[] weights = {side * middle, middle, side * middle};
    int width = image.width();
    int height = image.height();
    double[] rows = new double[width * height * 3];
    for (int i = 0; i < rows.length; i++) {
      int x = i / 3 % width;
      int row = i - x * 3;
      for (int k = -1; k <= 1; k++) {
        rows[i] += weights[k + 1] * (image.rgb()[row + mirrored(x + k, width) * 3] & 0xff);
      }
    }
    byte[] rgb = new byte[rows.length];
    for (int i = 0; i < rgb.length; i++) {
      int y = i / 3 / width;
      int column = i - y * width * 3;
      double sum = 0;
      for (int k = -1; k <= 1; k++) {
        sum += weights[k + 1] * rows[column + mirrored(y + k, height) * width * 3];
      }
      rgb[i] = (byte) Math.round(sum);
    }
    return new RgbImage(width, height, rgb);
  }

  private static int mirrored(int place, int length) {
    int back = place < 0 ? -place : place >= length ? 2 * length - 2 - place : place;
    return Math.clamp(back, 0, length - 1);
  }
}
