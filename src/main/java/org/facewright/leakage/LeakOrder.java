package org.facewright.leakage;

import java.util.List;
import org.facewright.leakage.search.Way;
import org.facewright.project.LeakGallery;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is to be compared with whom.
 *
 * @param model whose embeddings of the project are compared
 * @param sources imports whose people are asked about; none for all synthetic identities
 * @param everyImage whether each image is compared too, beside the centre of its identity
 * @param galleries real people, in the order of the report
 * @param way how
 * @param again compares even what was compared before
 */
public record LeakOrder(
    String model,
    List<Long> sources,
    boolean everyImage,
    List<LeakGallery> galleries,
    Way way,
    boolean again) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public LeakOrder {
    sources = List.copyOf(sources);
    galleries = List.copyOf(galleries);
    if (galleries.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no gallery of real people to compare with; add one.");
    }
  }

  /** The centres of all synthetic identities, compared the fastest way. */
  public static LeakOrder of(String model, List<LeakGallery> galleries) {
    return new LeakOrder(model, List.of(), false, galleries, Way.AUTO, false);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  public static LeakOrder fromJson(String json) throws JacksonException {
    return JSON.readValue(json, LeakOrder.class);
  }
}
