package org.facewright.project.release;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A step of the published chain that fills an identity up with changed pictures, in its order. */
public enum AugmentStep {
  /** Mirror picture, one in two. */
  FLIP,
  /** Brightness, contrast, saturation and hue, four in five. */
  COLOUR,
  /** Grey, one in five. */
  GREY,
  /** Turned by up to 10 degrees, shifted, scaled and sheared a little, one in two. */
  AFFINE,
  /** Turned by up to 5 degrees, one in two. */
  TURN,
  /** Blurred a little, always. */
  BLUR,
  /** Half the resolution and back, always. */
  HALF;

  /** All of them: the published chain. */
  public static Set<AugmentStep> published() {
    return Collections.unmodifiableSet(EnumSet.allOf(AugmentStep.class));
  }
}
