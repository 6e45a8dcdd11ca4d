package org.facewright.image;

/** Draws a turned, scaled and shifted picture. */
public final class Warp {
  private static final int FRACTION_BITS = 11;
  private static final int ONE = 1 << FRACTION_BITS;

  private Warp() {}

  /**
   * Draws a picture through a similarity, bilinearly; what lies outside of it is black.
   *
   * <p>Where the similarity makes the picture less than half as large, the picture is first halved
   * by area as often as fits: bilinear mixing alone would skip pixels.
   *
   * @param toTarget from coordinates of the picture to those of the result, both counted at pixel
   *     centres (the first pixel's centre is 0, as landmark coordinates are)
   */
  public static RgbImage similarity(RgbImage image, Similarity toTarget, int width, int height) {
    RgbImage source = image;
    Similarity forward = toTarget;
    while (forward.scale() < .5 && source.width() > 3 && source.height() > 3) {
      int halfWidth = source.width() / 2;
      int halfHeight = source.height() / 2;
      source =
          Resize.area(Crop.of(source, 0, 0, halfWidth * 2, halfHeight * 2), halfWidth, halfHeight);
      // A pixel centre c of the half lies at 2c + .5 of the whole.
      Similarity doubled = forward.afterScaling(2);
      forward = new Similarity(doubled.a(), doubled.b(), forward.x(.5, .5), forward.y(.5, .5));
    }
    return draw(source, forward.inverse(), width, height);
  }

  /**
   * Draws a picture through an affine map that hardly changes its size, bilinearly, in its own
   * frame; what lies outside of it is black.
   */
  public static RgbImage affine(RgbImage image, Affine toTarget) {
    Affine back = toTarget.inverse();
    RgbImage target = RgbImage.black(image.width(), image.height());
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++, at += 3) {
        sample(image, back.x(x, y), back.y(x, y), target.rgb(), at);
      }
    }
    return target;
  }

  private static RgbImage draw(RgbImage source, Similarity back, int width, int height) {
    RgbImage target = RgbImage.black(width, height);
    byte[] to = target.rgb();
    int at = 0;
    for (int y = 0; y < height; y++) {
      double sourceX = back.x(0, y);
      double sourceY = back.y(0, y);
      for (int x = 0; x < width; x++, at += 3) {
        sample(source, sourceX, sourceY, to, at);
        sourceX += back.a();
        sourceY += back.b();
      }
    }
    return target;
  }

  private static void sample(RgbImage source, double x, double y, byte[] to, int at) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    int right = (int) ((x - left) * ONE + .5);
    int down = (int) ((y - top) * ONE + .5);
    int width = source.width();
    byte[] from = source.rgb();
    if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < source.height()) {
      int upper = (top * width + left) * 3;
      int lower = upper + width * 3;
      for (int c = 0; c < 3; c++) {
        int above = mix(from[upper + c] & 0xff, from[upper + 3 + c] & 0xff, right);
        int below = mix(from[lower + c] & 0xff, from[lower + 3 + c] & 0xff, right);
        to[at + c] = rounded(above, below, down);
      }
    } else if (left >= -1 && top >= -1 && left < width && top < source.height()) {
      for (int c = 0; c < 3; c++) {
        int above = mix(orBlack(source, left, top, c), orBlack(source, left + 1, top, c), right);
        int below =
            mix(orBlack(source, left, top + 1, c), orBlack(source, left + 1, top + 1, c), right);
        to[at + c] = rounded(above, below, down);
      }
    }
  }

  private static int mix(int first, int second, int part) {
    return first * (ONE - part) + second * part;
  }

  private static byte rounded(int above, int below, int down) {
    int sum = above * (ONE - down) + below * down;
    return (byte) (sum + (1 << (2 * FRACTION_BITS - 1)) >> 2 * FRACTION_BITS);
  }

  private static int orBlack(RgbImage image, int x, int y, int c) {
    boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
    return inside ? image.at(x, y, c) : 0;
  }
}
