package org.facewright.clustering;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a project is cleaned.
 *
 * @param model whose embeddings are looked at
 * @param policy "default", "paper" or "fixed"
 * @param similarity for "fixed": the threshold
 * @param minSamples for "fixed": neighbours that make a core image
 * @param askBand for "fixed": how near below the threshold an image is asked about
 */
public record CleanSettings(
    String model, String policy, double similarity, int minSamples, double askBand) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The names a person can give. */
  public static final java.util.List<String> POLICIES =
      java.util.List.of("default", "paper", "fixed");

  public CleanSettings {
    if (!POLICIES.contains(policy)) {
      throw new IllegalArgumentException(
          "no policy is called " + policy + "; there are " + String.join(", ", POLICIES));
    }
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static CleanSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, CleanSettings.class);
  }

  /** The policy these settings describe. */
  CleaningPolicy toPolicy() {
    return switch (policy) {
      case "paper" -> PaperPolicy.published();
      case "fixed" -> new FixedPolicy(similarity, minSamples, askBand);
      default -> DefaultPolicy.standard();
    };
  }
}
