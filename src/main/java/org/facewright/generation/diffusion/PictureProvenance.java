package org.facewright.generation.diffusion;

import java.util.List;
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
    List<String> warnings) {}
