package org.facewright.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Turns what ImageIO decoded into 8-bit RGB by its samples alone.
 *
 * <p>Colour profiles are left aside, as the tools do that recognisers were trained with; Java's own
 * conversion would brighten grey pictures besides. Alpha is laid over white; 16 bits are rounded.
 */
final class RasterPixels {
  private static final int WHITE = 255;

  private RasterPixels() {}

  static RgbImage of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      RgbImage fast = fromBgr(image);
      if (fast != null) {
        return fast;
      }
    }
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return fromPalette(image.getRaster(), palette);
    }
    return switch (image.getType()) {
      case BufferedImage.TYPE_INT_RGB,
          BufferedImage.TYPE_INT_BGR,
          BufferedImage.TYPE_INT_ARGB,
          BufferedImage.TYPE_USHORT_565_RGB,
          BufferedImage.TYPE_USHORT_555_RGB ->
          fromPackedInts(image);
      default -> fromSamples(image);
    };
  }

  private static @Nullable RgbImage fromBgr(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int height = raster.getHeight();
    if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
        || !(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
        || model.getScanlineStride() != width * 3
        || buffer.getData().length != width * height * 3) {
      return null;
    }
    byte[] bgr = buffer.getData();
    byte[] rgb = new byte[bgr.length];
    for (int i = 0; i + 2 < bgr.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 1] = bgr[i + 1];
      rgb[i + 2] = bgr[i];
    }
    return new RgbImage(width, height, rgb);
  }

  private static RgbImage fromPalette(Raster raster, IndexColorModel palette) {
    int[] colours = new int[palette.getMapSize()];
    palette.getRGBs(colours);
    RgbImage image = RgbImage.black(raster.getWidth(), raster.getHeight());
    int[] row = new int[raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        put(image, x, y, row[x] < colours.length ? colours[row[x]] : 0xff000000);
      }
    }
    return image;
  }

  private static RgbImage fromPackedInts(BufferedImage decoded) {
    RgbImage image = RgbImage.black(decoded.getWidth(), decoded.getHeight());
    int[] row = new int[decoded.getWidth()];
    for (int y = 0; y < decoded.getHeight(); y++) {
      decoded.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        put(image, x, y, row[x]);
      }
    }
    return image;
  }

  private static void put(RgbImage image, int x, int y, int argb) {
    int alpha = argb >>> 24;
    byte[] rgb = image.rgb();
    int at = (y * image.width() + x) * 3;
    for (int c = 0; c < 3; c++) {
      rgb[at + c] = (byte) overWhite(argb >>> (16 - 8 * c) & 0xff, alpha);
    }
  }

  private static int overWhite(int value, int alpha) {
    return (value * alpha + WHITE * (255 - alpha) + 127) / 255;
  }

  /** Grey, grey with alpha, RGB, RGB with alpha, of any depth. */
  private static RgbImage fromSamples(BufferedImage decoded) {
    Raster raster = decoded.getRaster();
    int bands = raster.getNumBands();
    int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    boolean alpha = bands == 2 || bands == 4;
    int colours = bands < 3 ? 1 : 3;
    RgbImage image = RgbImage.black(raster.getWidth(), raster.getHeight());
    byte[] rgb = image.rgb();
    int[] row = new int[raster.getWidth() * bands];
    int target = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int x = 0; x < raster.getWidth(); x++) {
        int opaque = alpha ? to8Bits(row[x * bands + bands - 1], largest) : 255;
        for (int c = 0; c < 3; c++) {
          int value = to8Bits(row[x * bands + (colours == 1 ? 0 : c)], largest);
          rgb[target++] = (byte) overWhite(value, opaque);
        }
      }
    }
    return image;
  }

  private static int to8Bits(int value, int largest) {
    return largest == 255 ? value : (int) ((value * 255L + largest / 2) / largest);
  }
}
