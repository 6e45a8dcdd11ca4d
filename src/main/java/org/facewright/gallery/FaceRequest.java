package org.facewright.gallery;

import org.facewright.faces.AlignmentMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a face engine is asked; the pictures come in the body, packed.
 *
 * @param task what to do with them
 * @param model the embedder, empty for attributes
 */
record FaceRequest(Task task, String model, AlignmentMode alignment, boolean flip) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  enum Task {
    EMBED,
    ATTRIBUTES
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  static FaceRequest fromJson(String json) throws JacksonException {
    return JSON.readValue(json, FaceRequest.class);
  }
}
