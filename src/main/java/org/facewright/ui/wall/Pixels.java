package org.facewright.ui.wall;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.facewright.image.RgbImage;

/** Our pictures as JavaFX's, scaled down by averaging. Any thread. */
public final class Pixels {
  private Pixels() {}

  /**
   * @param edge the longer side will have at most this many pixels
   */
  public static Image image(RgbImage picture, int edge) {
    int longer = Math.max(picture.width(), picture.height());
    RgbImage small = longer <= edge ? picture : scaled(picture, (double) edge / longer);
    WritableImage image = new WritableImage(small.width(), small.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            small.width(),
            small.height(),
            PixelFormat.getByteRgbInstance(),
            small.rgb(),
            0,
            small.width() * 3);
    return image;
  }

  public static Image image(RgbImage picture) {
    return image(picture, Integer.MAX_VALUE);
  }

  /** Each new pixel is the mean of the old ones it covers; whole pixels only. */
  private static RgbImage scaled(RgbImage from, double by) {
    RgbImage to =
        RgbImage.black(
            Math.max(1, (int) Math.round(from.width() * by)),
            Math.max(1, (int) Math.round(from.height() * by)));
    for (int y = 0; y < to.height(); y++) {
      int top = y * from.height() / to.height();
      int bottom = Math.max(top + 1, (y + 1) * from.height() / to.height());
      for (int x = 0; x < to.width(); x++) {
        int left = x * from.width() / to.width();
        int right = Math.max(left + 1, (x + 1) * from.width() / to.width());
        mean(from, left, top, right, bottom, to.rgb(), (y * to.width() + x) * 3);
      }
    }
    return to;
  }

  private static void mean(
      RgbImage from, int left, int top, int right, int bottom, byte[] to, int at) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int i = (y * from.width() + left) * 3; i < (y * from.width() + right) * 3; i += 3) {
        red += from.rgb()[i] & 0xff;
        green += from.rgb()[i + 1] & 0xff;
        blue += from.rgb()[i + 2] & 0xff;
      }
    }
    int count = (bottom - top) * (right - left);
    to[at] = (byte) (red / count);
    to[at + 1] = (byte) (green / count);
    to[at + 2] = (byte) (blue / count);
  }
}
