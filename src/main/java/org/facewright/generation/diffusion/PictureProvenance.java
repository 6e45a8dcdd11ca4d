package org.facewright.generation.diffusion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture comes from: enough to draw it again.
 *
 * @param prompt it was drawn from
 * @param negative what it was kept away from, null for none
 * @param seed of the noise
 * @param index of the picture in its batch
 * @param batch pictures drawn at once
 * @param settings how it was drawn
 * @param model name of the model's folder
 * @param modelHash SHA-256 over the model's networks
 * @param warnings what was not done as asked, such as a prompt that was cut
 */
public record PictureProvenance(
    String prompt,
    @Nullable String negative,
    long seed,
    int index,
    int batch,
    SamplingSettings settings,
    String model,
    String modelHash,
    List<String> warnings) {
  /** Its facts by name, for reports and sidecars; the order is kept, null stays null. */
  public Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("prompt", prompt);
    fields.put("negative", negative);
    fields.put("seed", seed);
    fields.put("index", index);
    fields.put("batch", batch);
    fields.put("scheduler", settings.scheduler().text());
    fields.put("steps", settings.steps());
    fields.put("guidance", settings.guidance().scale());
    fields.put("guidanceRescale", settings.guidance().rescale());
    fields.put("width", settings.width());
    fields.put("height", settings.height());
    fields.put("noise", settings.noise().name());
    fields.put("promptWeights", settings.promptWeights());
    fields.put("model", model);
    fields.put("modelHash", modelHash);
    fields.put("warnings", warnings);
    return fields;
  }
}
