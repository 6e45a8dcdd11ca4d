package org.facewright.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.facewright.project.Origin;
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
 * @param origin of people that were made, or null for photographed ones (not written then, so that
 *     sources of older projects are known again)
 */
public record ImportSettings(
    String format,
    String location,
    @Nullable String mask,
    @Nullable String features,
    String model,
    boolean merge,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Origin origin) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Of photographed people. */
  public ImportSettings(
      String format,
      String location,
      @Nullable String mask,
      @Nullable String features,
      String model,
      boolean merge) {
    this(format, location, mask, features, model, merge, null);
  }

  /** A folder of identities that were made here. */
  public static ImportSettings made(String folder, Origin origin) {
    return new ImportSettings("folders", folder, null, null, "imported", false, origin);
  }

  /** Where the people come from. */
  @JsonIgnore
  Origin people() {
    return origin == null ? Origin.IMPORTED : origin;
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static ImportSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, ImportSettings.class);
  }
}
