package org.facewright.verdict.sheet;

/**
 * A grid of faces, all lengths in pixels.
 *
 * @param face the side of a face
 */
public record SheetLayout(int columns, int rows, int face) {
  /** White between faces; the frame of a reference is drawn in it. */
  static final int GAP = 6;

  /** The height of the number below a face. */
  static final int LABEL = 18;

  public int width() {
    return columns * (face + GAP) + GAP;
  }

  public int height() {
    return rows * (face + LABEL + GAP) + GAP;
  }

  /** The left edge of the face in a cell; cells count from 0, row by row. */
  public int left(int cell) {
    return GAP + cell % columns * (face + GAP);
  }

  public int top(int cell) {
    return GAP + cell / columns * (face + LABEL + GAP);
  }
}
