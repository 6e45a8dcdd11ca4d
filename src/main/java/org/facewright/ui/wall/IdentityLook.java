package org.facewright.ui.wall;

import java.util.List;
import org.facewright.ui.text.Texts;

/**
 * What a tile shows of one identity.
 *
 * @param faces keys of up to {@link #MOST} pictures, of which as many are shown as fit
 * @param images how many there are in all
 * @param cohesion mean similarity to the centre, -1..1, NaN when unknown
 * @param shareKept 0..1, NaN before anything was judged
 * @param ambiguous how many wait for a decision
 */
public record IdentityLook<K>(
    String name,
    List<K> faces,
    int images,
    double cohesion,
    double shareKept,
    int ambiguous,
    FaceOrigin origin) {
  /** Faces in the widest strip. */
  public static final int MOST = 16;

  private static final Texts TEXTS = Texts.of(IdentityLook.class);

  String spoken() {
    if (Double.isNaN(shareKept)) {
      return TEXTS.get("spoken.unjudged", name, images);
    }
    String known = Double.isNaN(cohesion) ? TEXTS.get("unknown") : "%.2f".formatted(cohesion);
    return TEXTS.get("spoken.identity", name, images, known, shareKept * 100, ambiguous);
  }
}
