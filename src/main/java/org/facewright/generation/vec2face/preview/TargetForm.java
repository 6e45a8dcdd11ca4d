package org.facewright.generation.vec2face.preview;

/**
 * What the face shall be.
 *
 * @param identityWithin largest 1 - cosine to the reference, 0 to 1
 * @param wantsQuality whether a quality is wanted
 * @param quality the least one
 * @param wantsYaw whether a yaw is wanted
 * @param yaw degrees to either side, 0 to 90
 */
record TargetForm(
    double identityWithin, boolean wantsQuality, double quality, boolean wantsYaw, double yaw) {
  /** As published. */
  static final TargetForm FIRST = new TargetForm(.3, true, 27, false, 30);

  TargetForm withIdentity(double within) {
    return new TargetForm(within, wantsQuality, quality, wantsYaw, yaw);
  }

  TargetForm withQuality(boolean on, double least) {
    return new TargetForm(identityWithin, on, least, wantsYaw, yaw);
  }

  TargetForm withYaw(boolean on, double degrees) {
    return new TargetForm(identityWithin, wantsQuality, quality, on, degrees);
  }
}
