package org.facewright.ui.wall;

import java.util.List;
import java.util.Locale;

/**
 * What a tile shows of one identity.
 *
 * @param faces keys of up to eight pictures
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
  String spoken() {
    if (Double.isNaN(shareKept)) {
      return String.format(Locale.ROOT, "%s, %d images, not judged yet", name, images);
    }
    return String.format(
        Locale.ROOT,
        "%s, %d images, cohesion %s, %.0f percent kept, %d ambiguous",
        name,
        images,
        Double.isNaN(cohesion) ? "unknown" : String.format(Locale.ROOT, "%.2f", cohesion),
        shareKept * 100,
        ambiguous);
  }
}
