package org.facewright.generation.imagine;

import org.facewright.generation.diffusion.SamplingSettings;
import org.facewright.generation.prompt.Description;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an engine is asked: a picture of somebody, looked at.
 *
 * @param recogniser "" not to look at it
 */
record DrawRequest(
    PictureSource.Kind source,
    String folder,
    SamplingSettings sampling,
    String recogniser,
    Description subject) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static DrawRequest of(ImagineOrder order, Description subject) {
    return new DrawRequest(
        order.source(), order.folder(), order.sampling(), order.recogniser(), subject);
  }

  /** Whether the same networks serve both. */
  boolean sameTools(DrawRequest other) {
    return source == other.source
        && folder.equals(other.folder)
        && sampling.equals(other.sampling)
        && recogniser.equals(other.recogniser);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  static DrawRequest fromJson(String json) throws JacksonException {
    return JSON.readValue(json, DrawRequest.class);
  }
}
