package org.facewright.exchange;

import java.util.Set;
import org.facewright.project.ImageState;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What to export and how.
 *
 * @param format a name of {@link ExportFormats}
 * @param target absolute path of the file or folder to be
 * @param replace whether it may replace an existing one
 * @param states the images to take
 * @param least identities with fewer such images are left out, at least 1
 * @param originals whether photographs are written as imported instead of the aligned crops
 * @param model whose embeddings are written as features, or null
 * @param listRoot put before every path of an ordered list
 * @param metadata true: drawn pictures keep the text that says what drew them; else it is taken out
 */
public record ExportSettings(
    String format,
    String target,
    boolean replace,
    Set<ImageState> states,
    int least,
    boolean originals,
    @Nullable String model,
    String listRoot,
    @Nullable Boolean metadata) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public ExportSettings {
    if (least < 1 || states.isEmpty()) {
      throw new IllegalArgumentException("an export takes at least one state and one image");
    }
  }

  /** An export whose pictures do not say what drew them. */
  public ExportSettings(
      String format,
      String target,
      boolean replace,
      Set<ImageState> states,
      int least,
      boolean originals,
      @Nullable String model,
      String listRoot) {
    this(format, target, replace, states, least, originals, model, listRoot, null);
  }

  /** Whether pictures keep the text that says what drew them. */
  boolean keepsMetadata() {
    return Boolean.TRUE.equals(metadata);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static ExportSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, ExportSettings.class);
  }
}
