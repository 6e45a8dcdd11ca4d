package org.facewright.generation.diffusion.instantid;

import java.util.List;
import org.facewright.faces.FivePoints;
import org.facewright.faces.Point;
import org.facewright.image.RgbImage;

/**
 * The picture by which InstantID's ControlNet is told where the face is: five coloured discs, four
 * dimmer limbs from the nose to the others, black elsewhere. Pixel for pixel as OpenCV draws it.
 */
public final class KeyPointPicture {
  private static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff};
  private static final int NOSE = 2;
  private static final int[] LIMBS = {0, 1, 3, 4};
  private static final int HALF_WIDTH = 4;
  private static final int RADIUS = 10;
  private static final double DIM = 0.6;

  private KeyPointPicture() {}

  /** Draws the points on black; what lies outside is cut off. */
  public static RgbImage draw(FivePoints face, int width, int height) {
    RgbImage picture = RgbImage.black(width, height);
    List<Point> points = face.all();
    for (int start : LIMBS) {
      new LimbFill(picture, dim(COLOURS[start]))
          .ellipse(points.get(start), points.get(NOSE), HALF_WIDTH);
    }
    for (int i = 0; i < points.size(); i++) {
      disc(picture, points.get(i), COLOURS[i]);
    }
    return picture;
  }

  private static int dim(int colour) {
    int red = (int) ((colour >> 16 & 0xff) * DIM);
    int green = (int) ((colour >> 8 & 0xff) * DIM);
    int blue = (int) ((colour & 0xff) * DIM);
    return red << 16 | green << 8 | blue;
  }

  private static void disc(RgbImage picture, Point centre, int colour) {
    int x = (int) centre.x();
    int y = (int) centre.y();
    for (int dy = -RADIUS; dy <= RADIUS; dy++) {
      int half = (int) Math.sqrt(RADIUS * RADIUS - dy * dy);
      row(picture, y + dy, x - half, x + half, colour);
    }
  }

  /** Paints part of a row, ends included. */
  static void row(RgbImage picture, int y, int from, int to, int colour) {
    if (y < 0 || y >= picture.height()) {
      return;
    }
    byte[] rgb = picture.rgb();
    for (int x = Math.max(0, from); x <= Math.min(picture.width() - 1, to); x++) {
      int at = 3 * (y * picture.width() + x);
      rgb[at] = (byte) (colour >> 16);
      rgb[at + 1] = (byte) (colour >> 8);
      rgb[at + 2] = (byte) colour;
    }
  }
}
