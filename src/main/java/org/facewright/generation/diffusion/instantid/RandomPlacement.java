package org.facewright.generation.diffusion.instantid;

import java.util.random.RandomGenerator;
import org.facewright.image.Resize;
import org.facewright.image.RgbImage;

/**
 * How a key-point picture is moved before it steers the second pass, so that faces do not all sit
 * where the first pass put them.
 *
 * @param scale of the picture, 0.8..1.2 in the published recipe
 * @param right where in the free room it is put, 0..1; without effect if the scale is 1 or more
 * @param down likewise
 */
public record RandomPlacement(double scale, double right, double down) {
  private static final double SMALLEST = 0.8;
  private static final double LARGEST = 1.2;
  private static final byte WHITE = (byte) 255;

  public RandomPlacement {
    if (!(scale > 0 && scale <= 4) || !(right >= 0 && right <= 1) || !(down >= 0 && down <= 1)) {
      throw new IllegalArgumentException("scale must be 0..4, shifts 0..1");
    }
  }

  /** As it is. */
  public static RandomPlacement none() {
    return new RandomPlacement(1, 0, 0);
  }

  /** Drawn as in the published recipe. */
  public static RandomPlacement drawn(RandomGenerator random) {
    return new RandomPlacement(
        random.nextDouble(SMALLEST, LARGEST), random.nextDouble(), random.nextDouble());
  }

  /** A picture of the same size: smaller on white, or larger and cut off right and below. */
  public RgbImage apply(RgbImage picture) {
    int width = Math.max(1, (int) (picture.width() * scale));
    int height = Math.max(1, (int) (picture.height() * scale));
    RgbImage scaled = Resize.bilinear(picture, width, height);
    byte[] canvas = new byte[picture.rgb().length];
    java.util.Arrays.fill(canvas, WHITE);
    int left = (int) (right * Math.max(0, picture.width() - width + 1));
    int top = (int) (down * Math.max(0, picture.height() - height + 1));
    left = Math.min(left, Math.max(0, picture.width() - width));
    top = Math.min(top, Math.max(0, picture.height() - height));
    int columns = Math.min(width, picture.width());
    for (int y = 0; y < Math.min(height, picture.height()); y++) {
      System.arraycopy(
          scaled.rgb(),
          3 * y * width,
          canvas,
          3 * ((top + y) * picture.width() + left),
          3 * columns);
    }
    return new RgbImage(picture.width(), picture.height(), canvas);
  }
}
