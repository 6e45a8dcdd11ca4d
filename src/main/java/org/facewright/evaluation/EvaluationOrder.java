package org.facewright.evaluation;

import java.util.List;
import org.facewright.faces.AlignmentMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which recogniser to judge by which sets.
 *
 * @param model its name in the catalogue
 * @param modelHash SHA-256 of its file
 * @param sets where they lie
 * @param images where the pictures of a pairs.txt lie, empty for other formats
 * @param flip whether the feature of the mirrored picture is added, as the protocols do
 * @param seed of the bootstrap
 */
public record EvaluationOrder(
    String model,
    String modelHash,
    List<String> sets,
    String images,
    boolean flip,
    AlignmentMode alignment,
    long seed) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public EvaluationOrder {
    sets = List.copyOf(sets);
    if (model.isBlank() || sets.isEmpty()) {
      throw new IllegalArgumentException("Choose a recogniser and at least one set.");
    }
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static EvaluationOrder fromJson(String json) throws JacksonException {
    return JSON.readValue(json, EvaluationOrder.class);
  }
}
