package org.facewright.verdict.sheet;

/**
 * What a sheet may look like.
 *
 * @param mostFaces on one sheet, references included, 2..100
 * @param references faces to compare with, 0 to put all faces to the question as the paper does
 * @param smallestFace a face's side in pixels as the model sees it, at least 32
 * @param largestFace more pixels than the crops have tell nothing more
 * @param jpegQuality 0.5..1, or 0 for PNG
 */
public record SheetSettings(
    int mostFaces,
    int references,
    int smallestFace,
    int largestFace,
    Numbering numbering,
    double jpegQuality) {
  /** Up to 20 faces, 4 of them references; 20 faces of 95 pixels fit one tile of GPT-4o. */
  public static final SheetSettings DEFAULT =
      new SheetSettings(20, 4, 92, 112, Numbering.SPREAD, 0.92);

  /** All faces of an identity in one grid, nobody known beforehand. */
  public static final SheetSettings PAPER =
      new SheetSettings(100, 0, 64, 112, Numbering.SEQUENTIAL, 0.92);

  public SheetSettings {
    require(mostFaces >= 2 && mostFaces <= 100, "mostFaces must be 2..100");
    require(references >= 0 && references < mostFaces, "references must be 0..mostFaces - 1");
    require(smallestFace >= 32 && smallestFace <= largestFace, "smallestFace: 32..largestFace");
    require(largestFace <= 512, "largestFace must be at most 512");
    require(
        jpegQuality == 0 || jpegQuality >= 0.5 && jpegQuality <= 1, "jpegQuality: 0, or 0.5..1");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
