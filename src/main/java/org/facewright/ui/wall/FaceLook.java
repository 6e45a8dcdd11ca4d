package org.facewright.ui.wall;

import java.util.ArrayList;
import java.util.List;
import org.facewright.ui.text.Texts;

/**
 * What a tile shows of one picture.
 *
 * @param caption a few letters below it, may be empty
 * @param decided whether a person said so
 * @param similarity to the centre of its identity, -1..1, NaN when unknown
 */
public record FaceLook(
    String caption, FaceState state, boolean decided, FaceOrigin origin, double similarity) {
  private static final Texts TEXTS = Texts.of(FaceLook.class);

  public static FaceLook plain(String caption) {
    return new FaceLook(caption, FaceState.KEPT, false, FaceOrigin.IMPORTED, Double.NaN);
  }

  /** The same in words, for those who listen. */
  String spoken() {
    List<String> facts = new ArrayList<>(List.of(caption, state.label()));
    if (decided) {
      facts.add(TEXTS.get("spoken.decided"));
    }
    switch (origin) {
      case IMPORTED -> {}
      case RENDERED -> facts.add(TEXTS.get("spoken.rendered"));
      case VEC2FACE -> facts.add(TEXTS.get("spoken.vec2face"));
      case DIFFUSION -> facts.add(TEXTS.get("spoken.diffusion"));
    }
    if (!Double.isNaN(similarity)) {
      facts.add(TEXTS.get("spoken.similarity", similarity));
    }
    return String.join(", ", facts);
  }
}
