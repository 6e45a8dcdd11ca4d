package org.facewright.generation.vec2face.variant;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.facewright.image.RgbImage;

/**
 * A picture that was kept.
 *
 * @param number among the identity's variants, from 0
 * @param amount of the perturbation
 * @param attempt that succeeded, from 0
 * @param seed of vector and mask: it alone makes the picture again
 * @param similarity to the reference; NaN if nobody looked
 */
public record Variant(
    Reference of,
    int number,
    double amount,
    int attempt,
    long seed,
    double similarity,
    RgbImage picture) {
  /** Where it comes from, for files and lists. */
  public Map<String, Object> provenance(String generator, VariantSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("made", "vec2face");
    fields.put("generator", generator);
    fields.put("identity", of.name());
    fields.put("variant", number);
    fields.put(settings.perturbation() instanceof Perturbation.Angular ? "angle" : "sigma", amount);
    fields.put("seed", seed);
    fields.put("attempt", attempt);
    fields.put("maskRate", settings.maskRate());
    if (!Double.isNaN(similarity)) {
      fields.put("similarity", Double.valueOf(String.format(Locale.ROOT, "%.4f", similarity)));
    }
    return fields;
  }
}
