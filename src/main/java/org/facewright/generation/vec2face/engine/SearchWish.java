package org.facewright.generation.vec2face.engine;

import org.facewright.generation.vec2face.attribute.AttributeTargets;
import org.jspecify.annotations.Nullable;

/**
 * A vector whose face shall meet targets; the body of the request holds where to start and whose
 * features are wanted, one after the other.
 *
 * @param judges who looks at faces
 * @param identityWithin largest 1 - cosine to the wanted features
 * @param quality least length of the quality network's features, null for any
 * @param yaw degrees to either side, null for any
 * @param steps at most
 * @param patience steps without a better face after which it is given up
 * @param maskRate share of masked tokens
 * @param maskSeed of the mask, which stays
 */
public record SearchWish(
    JudgeFiles judges,
    double identityWithin,
    @Nullable Double quality,
    @Nullable Double yaw,
    int steps,
    int patience,
    double maskRate,
    long maskSeed) {
  /** How much the quality may fall short, as published. */
  public static final double QUALITY_WITHIN = 1;

  /** Degrees that the yaw may be off, as published. */
  public static final double YAW_WITHIN = 5;

  AttributeTargets targets() {
    return new AttributeTargets(
        quality == null ? 0 : quality,
        yaw == null ? Double.NaN : yaw,
        identityWithin,
        QUALITY_WITHIN,
        YAW_WITHIN);
  }
}
