package org.facewright.faces;

import java.util.List;

/**
 * The five points of a face by which it is aligned; left and right as the viewer sees them.
 *
 * @param leftEye centre of the eye
 * @param rightEye centre of the eye
 * @param nose its tip
 * @param mouthLeft corner of the mouth
 * @param mouthRight corner of the mouth
 */
public record FivePoints(
    Point leftEye, Point rightEye, Point nose, Point mouthLeft, Point mouthRight) {
  /** Where ArcFace and its successors want them in a crop of 112 x 112 pixels. */
  public static final FivePoints ARCFACE_112 =
      new FivePoints(
          new Point(38.2946, 51.6963),
          new Point(73.5318, 51.5014),
          new Point(56.0252, 71.7366),
          new Point(41.5493, 92.3655),
          new Point(70.7299, 92.2041));

  public List<Point> all() {
    return List.of(leftEye, rightEye, nose, mouthLeft, mouthRight);
  }
}
