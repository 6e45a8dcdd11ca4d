package org.facewright.verdict.sheet;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facewright.verdict.cost.ImageTokens;

/**
 * Finds the grid that costs the fewest tokens with faces no smaller than asked for; among those the
 * one with the largest faces, then the smallest area. Tries all there are. Immutable.
 */
public final class LayoutChooser {
  private static final int LONGEST_SIDE = 2048;

  private final SheetSettings settings;
  private final ImageTokens tokens;

  public LayoutChooser(SheetSettings settings, ImageTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /**
   * @param faces 1..100
   * @throws IllegalArgumentException if so many faces of the smallest size fit no sheet
   */
  public SheetLayout choose(int faces) {
    return IntStream.rangeClosed(1, faces)
        .boxed()
        .flatMap(columns -> ofColumns(faces, columns))
        .min(
            Comparator.comparingLong((SheetLayout l) -> tokens.of(l.width(), l.height()))
                .thenComparing(Comparator.comparingInt(SheetLayout::face).reversed())
                .thenComparingInt(l -> l.width() * l.height())
                .thenComparingInt(SheetLayout::columns))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%d faces of %d pixels fit no sheet; ask for fewer or smaller ones"
                        .formatted(faces, settings.smallestFace())));
  }

  private Stream<SheetLayout> ofColumns(int faces, int columns) {
    int rows = Math.ceilDiv(faces, columns);
    return IntStream.rangeClosed(settings.smallestFace(), settings.largestFace())
        .mapToObj(face -> new SheetLayout(columns, rows, face))
        .filter(this::seenAsDrawn);
  }

  /** The server must not shrink it: the number's strokes are two pixels wide. */
  private boolean seenAsDrawn(SheetLayout layout) {
    return Math.max(layout.width(), layout.height()) <= LONGEST_SIDE
        && tokens.scale(layout.width(), layout.height()) == 1;
  }
}
