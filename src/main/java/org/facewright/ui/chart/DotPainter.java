package org.facewright.ui.chart;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Stamps many small round dots straight into the pixels of an image: a hundred thousand drawing
 * commands would take far longer than the dots themselves. FX thread only.
 */
final class DotPainter {
  private final int width;
  private final int height;
  private final int[] pixels;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;
  private int[] mask = {255};
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

  /** The size of the dots from now on, in pixels; the rim is smoothed. */
  void radius(double radius) {
    side = (int) Math.ceil(radius * 2) | 1;
    mask = new int[side * side];
    double middle = side / 2.0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double distance = Math.hypot(x + 0.5 - middle, y + 0.5 - middle);
        mask[y * side + x] = (int) Math.round(255 * Math.clamp(radius - distance + 0.5, 0, 1));
      }
    }
  }

  static int packed(Color color) {
    return (int) Math.round(color.getOpacity() * 255) << 24
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }

  /**
   * @param color as {@link #packed}
   */
  void dot(double px, double py, int color) {
    int left = (int) Math.floor(px) - side / 2;
    int top = (int) Math.floor(py) - side / 2;
    int x0 = Math.max(0, -left);
    int x1 = Math.min(side, width - left);
    for (int y = Math.max(0, -top); y < Math.min(side, height - top); y++) {
      int at = (top + y) * width + left;
      for (int x = x0; x < x1; x++) {
        pixels[at + x] = over(pixels[at + x], color, mask[y * side + x]);
      }
    }
  }

  /** Porter and Duff's "over" in 8 bits, premultiplied. */
  private static int over(int ground, int color, int cover) {
    int alpha = by255((color >>> 24) * cover);
    if (alpha == 0) {
      return ground;
    }
    int rest = 255 - alpha;
    int a = alpha + by255((ground >>> 24) * rest);
    int r = by255((color >> 16 & 255) * alpha + (ground >> 16 & 255) * rest);
    int g = by255((color >> 8 & 255) * alpha + (ground >> 8 & 255) * rest);
    int b = by255((color & 255) * alpha + (ground & 255) * rest);
    return a << 24 | r << 16 | g << 8 | b;
  }

  /** Division by 255, exact for 0..65535. */
  private static int by255(int value) {
    return value * 0x8081 >>> 23;
  }

  /** Hands the pixels over to the screen. */
  void finish() {
    buffer.updateBuffer(changed -> null);
  }
}
