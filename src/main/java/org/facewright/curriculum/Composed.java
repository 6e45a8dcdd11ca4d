package org.facewright.curriculum;

import java.util.List;
import java.util.Map;
import org.facewright.project.Origin;
import org.facewright.project.release.Composition;
import org.facewright.project.release.ReleaseImage;

/**
 * What a recipe comes to.
 *
 * @param images in the order of the release
 * @param origins of its identities, by label
 */
public record Composed(
    Composition composition, List<ReleaseImage> images, Map<String, Origin> origins) {
  public Composed {
    images = List.copyOf(images);
    origins = Map.copyOf(origins);
  }

  /** Where somebody comes from. */
  Origin origin(ReleaseImage image) {
    return origins.getOrDefault(image.identity(), Origin.IMPORTED);
  }

  /** Some images of a source, as they are. */
  List<ReleaseImage> some(String source, int most) {
    List<ReleaseImage> own =
        images.stream()
            .filter(image -> image.source().equals(source) && !image.changed())
            .toList();
    int step = Math.max(1, own.size() / Math.max(1, most));
    return java.util.stream.IntStream.range(0, own.size())
        .filter(i -> i % step == 0)
        .limit(most)
        .mapToObj(own::get)
        .toList();
  }
}
