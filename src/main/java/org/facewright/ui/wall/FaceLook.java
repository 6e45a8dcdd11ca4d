package org.facewright.ui.wall;

import java.util.Locale;

/**
 * What a tile shows of one picture.
 *
 * @param caption a few letters below it, may be empty
 * @param decided whether a person said so
 * @param similarity to the centre of its identity, -1..1, NaN when unknown
 */
public record FaceLook(
    String caption, FaceState state, boolean decided, FaceOrigin origin, double similarity) {
  public static FaceLook plain(String caption) {
    return new FaceLook(caption, FaceState.KEPT, false, FaceOrigin.IMPORTED, Double.NaN);
  }

  /** The same in words, for those who listen. */
  String spoken() {
    StringBuilder text = new StringBuilder(caption).append(", ").append(state.label());
    if (decided) {
      text.append(", decided by a person");
    }
    if (origin != FaceOrigin.IMPORTED) {
      text.append(", synthetic ").append(origin.name().toLowerCase(Locale.ROOT));
    }
    if (!Double.isNaN(similarity)) {
      text.append(String.format(Locale.ROOT, ", similarity %.2f", similarity));
    }
    return text.toString();
  }
}
