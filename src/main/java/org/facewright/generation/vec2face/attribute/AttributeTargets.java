package org.facewright.generation.vec2face.attribute;

/**
 * What a face shall be, and how close is close enough.
 *
 * @param quality lowest length of the quality network's features; 27 as published
 * @param yaw wanted angle to either side in degrees, 0 to 90; NaN: any
 * @param identityWithin largest 1 - cosine to the wanted features, 0.3 as published
 * @param qualityWithin how much the quality may fall short, 1 as published
 * @param yawWithin how far the yaw may be off, 5 degrees as published
 */
public record AttributeTargets(
    double quality, double yaw, double identityWithin, double qualityWithin, double yawWithin) {
  public AttributeTargets {
    if (!(quality >= 0) || (yaw < 0 || yaw > 90)) {
      throw new IllegalArgumentException("a quality from 0 and a yaw from 0 to 90 degrees");
    }
    if (!(identityWithin >= 0 && qualityWithin >= 0 && yawWithin >= 0)) {
      throw new IllegalArgumentException("tolerances are not negative");
    }
  }

  /** The published bounds for a quality and a yaw (NaN: any). */
  public static AttributeTargets published(double quality, double yaw) {
    return new AttributeTargets(quality, yaw, .3, 1, 5);
  }

  public boolean posed() {
    return !Double.isNaN(yaw);
  }
}
