package org.facewright.gallery;

import org.facewright.faces.AlignmentMode;
import org.facewright.project.EmbeddingFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How images are embedded.
 *
 * @param model the embedder's name in the catalogue
 * @param modelHash SHA-256 of its file: embeddings of two files never mix
 * @param alignment what is done with a picture before the embedder sees it
 * @param flip whether f(image) + f(mirrored image) is taken, as the evaluation protocols do
 * @param storage how values are kept
 */
public record EmbedSettings(
    String model,
    String modelHash,
    AlignmentMode alignment,
    boolean flip,
    EmbeddingFile.Type storage) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  static EmbedSettings fromJson(String json) throws JacksonException {
    return JSON.readValue(json, EmbedSettings.class);
  }
}
