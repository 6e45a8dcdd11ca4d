package org.facewright.review;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person said of one image, once. Later opinions of the same person replace earlier ones;
 * those of others stand beside them.
 *
 * @param movedTo whom the image shows, if the person named somebody
 * @param note why; may be empty
 * @param millis from showing the image to the answer, 0 if unknown
 * @param blind whether the experts' votes were hidden
 * @param models versions of the models whose votes were known, by expert
 */
public record Opinion(
    ImageRef image,
    String person,
    Answer answer,
    @Nullable String movedTo,
    Instant at,
    String note,
    long millis,
    boolean blind,
    Map<String, String> models) {
  public Opinion {
    models = Map.copyOf(models);
    if (person.isBlank()) {
      throw new IllegalArgumentException("an opinion has a person");
    }
  }
}
