package org.facewright.gallery.map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is mapped and how.
 *
 * @param model whose embeddings
 * @param method how they come into the plane
 * @param identity whose images are mapped, 0 for the centres of all identities
 * @param neighbours how many of the nearest count, 2..200: few show detail, many the whole
 * @param likeness cosine similarity from which two points are put into one group, -1..1
 * @param seed of everything that is drawn; rounding may still turn a map or move its groups, since
 *     sums of embeddings are added up in any order
 */
public record MapSettings(
    String model, MapMethod method, long identity, int neighbours, double likeness, long seed) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public MapSettings {
    if (neighbours < 2 || neighbours > 200) {
      throw new IllegalArgumentException(neighbours + " neighbours; it must be within 2 and 200");
    }
    if (!(likeness >= -1 && likeness <= 1)) {
      throw new IllegalArgumentException("likeness " + likeness + " is not within -1 and 1");
    }
  }

  /** The usual values. */
  public static MapSettings of(String model, MapMethod method, long identity) {
    return new MapSettings(model, method, identity, 15, identity == 0 ? .5 : .4, 20250814);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  public static MapSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, MapSettings.class);
  }
}
