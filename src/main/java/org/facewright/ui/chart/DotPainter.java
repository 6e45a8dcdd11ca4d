package org.facewright.ui.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Stamps many small dots straight into the pixels of an image: a hundred thousand drawing commands
 * would take far longer than the dots themselves. FX thread only.
 */
final class DotPainter {
  private final int width;
  private final int height;
  private final int[] pixels;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;
  // The dot of each ink, side x side, premultiplied.
  private int[][] stamps = {{0}};
  private int side = 1;

  DotPainter(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  WritableImage image() {
    return image;
  }

  boolean fits(int w, int h) {
    return width == w && height == h;
  }

  void clear() {
    Arrays.fill(pixels, 0);
  }

  /**
   * Size (radius in pixels) and inks of the dots from now on, each ink in its shape; the rim is
   * smoothed.
   */
  void dots(double radius, Color... inks) {
    side = (int) Math.ceil(radius * 2 * DotShape.WIDEST) | 1;
    stamps = new int[inks.length][side * side];
    double middle = side / 2.0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        for (int ink = 0; ink < inks.length; ink++) {
          double beyond = DotShape.of(ink).beyond(x + 0.5 - middle, y + 0.5 - middle, radius);
          double cover = Math.clamp(0.5 - beyond, 0, 1);
          stamps[ink][y * side + x] = premultiplied(inks[ink], cover);
        }
      }
    }
  }

  private static int premultiplied(Color color, double cover) {
    double alpha = color.getOpacity() * cover;
    return (int) Math.round(alpha * 255) << 24
        | (int) (alpha * color.getRed() * 255) << 16
        | (int) (alpha * color.getGreen() * 255) << 8
        | (int) (alpha * color.getBlue() * 255);
  }

  /** One dot in the nth ink of {@link #dots}; outside the image nothing happens. */
  void dot(double px, double py, int ink) {
    int[] stamp = stamps[ink];
    int left = (int) Math.floor(px) - side / 2;
    int top = (int) Math.floor(py) - side / 2;
    int x0 = Math.max(0, -left);
    int x1 = Math.min(side, width - left);
    for (int y = Math.max(0, -top); y < Math.min(side, height - top); y++) {
      int at = (top + y) * width + left;
      for (int x = x0; x < x1; x++) {
        pixels[at + x] = over(stamp[y * side + x], pixels[at + x]);
      }
    }
  }

  /**
   * Porter and Duff's "over", premultiplied, two channels at a time, each divided by 255 exactly.
   */
  static int over(int dot, int ground) {
    int rest = 255 - (dot >>> 24);
    int even = (ground & 0xff00ff) * rest + 0x800080;
    int odd = (ground >>> 8 & 0xff00ff) * rest + 0x800080;
    even = even + (even >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
    odd = odd + (odd >>> 8 & 0xff00ff) & 0xff00ff00;
    return dot + (even | odd);
  }

  /** Hands the pixels over to the screen. */
  void finish() {
    buffer.updateBuffer(changed -> null);
  }
}
