package org.facewright.image;

/**
 * What can be measured on an aligned face without a network for it. Stateless.
 *
 * <p>The variance of the Laplacian is a focus measure (Pech-Pacheco et al., "Diatom autofocusing in
 * brightfield microscopy", ICPR 2000).
 */
public final class CropQuality {
  private static final int DARK = 4;
  private static final int BRIGHT = 251;

  private CropQuality() {}

  /** Variance of the Laplacian of the brightness, 0 for an even picture. */
  public static double sharpness(RgbImage face) {
    int width = face.width();
    int height = face.height();
    double sum = 0;
    double squares = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        double edge =
            grey(face, x - 1, y)
                + grey(face, x + 1, y)
                + grey(face, x, y - 1)
                + grey(face, x, y + 1)
                - 4 * grey(face, x, y);
        sum += edge;
        squares += edge * edge;
      }
    }
    double count = (width - 2.0) * (height - 2.0);
    return squares / count - sum / count * (sum / count);
  }

  private static double grey(RgbImage face, int x, int y) {
    int at = 3 * (y * face.width() + x);
    byte[] rgb = face.rgb();
    return .299 * (rgb[at] & 0xff) + .587 * (rgb[at + 1] & 0xff) + .114 * (rgb[at + 2] & 0xff);
  }

  /** Share of pixels that are as dark or as bright as can be, 0..1. */
  public static double clipped(RgbImage face) {
    int count = 0;
    for (int y = 0; y < face.height(); y++) {
      for (int x = 0; x < face.width(); x++) {
        double grey = grey(face, x, y);
        count += grey < DARK || grey > BRIGHT ? 1 : 0;
      }
    }
    return (double) count / (face.width() * face.height());
  }
}
