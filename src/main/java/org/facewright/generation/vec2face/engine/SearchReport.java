package org.facewright.generation.vec2face.engine;

import org.facewright.generation.vec2face.attribute.AttributeResult;
import org.jspecify.annotations.Nullable;

/**
 * What a search came to.
 *
 * @param ended why
 * @param steps that were taken before the best face was found
 * @param before the face that was started from
 * @param after the best one
 */
public record SearchReport(AttributeResult.End ended, int steps, Seen before, Seen after) {
  /**
   * What a face is.
   *
   * @param identity 1 - cosine to what is wanted
   * @param quality length of the quality network's features, null if nobody judges
   * @param yaw degrees to either side, null if nobody judges
   */
  public record Seen(double identity, @Nullable Double quality, @Nullable Double yaw) {}
}
