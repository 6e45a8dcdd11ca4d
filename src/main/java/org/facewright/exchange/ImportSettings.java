package org.facewright.exchange;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What to import and how.
 *
 * @param format a name of {@link DatasetFormats}
 * @param location absolute path of the file or folder
 * @param mask .npy of positions to take, or null for all
 * @param features .npy features that belong to the pictures, or null
 * @param model the name under which features that come along are kept
 * @param merge whether a label known from another source means the same person
 */
public record ImportSettings(
    String format,
    String location,
    @Nullable String mask,
    @Nullable String features,
    String model,
    boolean merge) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static ImportSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, ImportSettings.class);
  }
}
