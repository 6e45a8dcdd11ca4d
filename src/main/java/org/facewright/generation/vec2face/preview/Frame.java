package org.facewright.generation.vec2face.preview;

import java.util.List;
import java.util.Optional;
import org.facewright.image.RgbImage;

/**
 * What there is to be seen: while a slider moves, cells may still show the question before.
 *
 * @param question the newest one that was begun
 * @param base the moved reference, drawn
 * @param baseAlike how alike it and the reference are, NaN while unknown
 * @param cells variants in order; empty where nothing was drawn yet
 * @param firstMillis from the beginning of the question to its first picture
 * @param allMillis to its last one; NaN while some are missing
 * @param blind why similarities stay unknown, else empty
 */
record Frame(
    Question question,
    RgbImage base,
    double baseAlike,
    List<Optional<Cell>> cells,
    double firstMillis,
    double allMillis,
    String blind) {
  /**
   * A variant's picture.
   *
   * @param number of the question that it answers
   * @param alike similarity to the reference, NaN while unknown
   */
  record Cell(RgbImage picture, long number, double alike) {}

  Frame {
    cells = List.copyOf(cells);
  }

  boolean complete() {
    return !Double.isNaN(allMillis);
  }

  /** Similarities of all cells that have one. */
  double[] similarities() {
    return cells.stream()
        .flatMap(Optional::stream)
        .mapToDouble(Cell::alike)
        .filter(alike -> !Double.isNaN(alike))
        .toArray();
  }
}
