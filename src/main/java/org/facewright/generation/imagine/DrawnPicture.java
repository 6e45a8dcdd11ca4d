package org.facewright.generation.imagine;

import java.util.Map;
import org.facewright.generation.prompt.Description;
import org.facewright.image.RgbImage;
import org.jspecify.annotations.Nullable;

/**
 * A picture of somebody, not looked at yet.
 *
 * @param subject what it was really drawn from
 * @param model name of what drew it
 * @param modelHash SHA-256 of what drew it, "" if nobody knows
 * @param facts everything else that draws it again
 * @param seconds it took, 0 if it was there already
 * @param steps that were taken, 0 if it was there already
 */
public record DrawnPicture(
    RgbImage picture,
    Description subject,
    String model,
    String modelHash,
    Map<String, @Nullable Object> facts,
    double seconds,
    int steps) {}
