package org.facewright.faces;

/**
 * An upright rectangle in a picture, in pixels.
 *
 * @param left from the picture's left edge
 * @param top from the picture's top edge
 * @param right greater than left
 * @param bottom greater than top
 */
public record Box(double left, double top, double right, double bottom) {
  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }

  public double area() {
    return Math.max(0, width()) * Math.max(0, height());
  }

  public Point centre() {
    return new Point((left + right) / 2, (top + bottom) / 2);
  }

  /** Shared area over covered area, 0..1. */
  public double overlap(Box other) {
    double across = Math.min(right, other.right) - Math.max(left, other.left);
    double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (across <= 0 || down <= 0) {
      return 0;
    }
    double shared = across * down;
    return shared / (area() + other.area() - shared);
  }

  /** The square around the same centre whose side is this box's height. */
  public Box square() {
    Point centre = centre();
    double half = height() / 2;
    return new Box(centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half);
  }

  /** A box around the same centre with sides so many times longer. */
  public Box scaled(double factor) {
    Point centre = centre();
    double halfWidth = width() / 2 * factor;
    double halfHeight = height() / 2 * factor;
    return new Box(
        centre.x() - halfWidth,
        centre.y() - halfHeight,
        centre.x() + halfWidth,
        centre.y() + halfHeight);
  }

  /** The part within a picture. */
  public Box within(int pictureWidth, int pictureHeight) {
    return new Box(
        Math.max(0, left),
        Math.max(0, top),
        Math.min(pictureWidth, right),
        Math.min(pictureHeight, bottom));
  }
}
