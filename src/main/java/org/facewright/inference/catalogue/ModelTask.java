package org.facewright.inference.catalogue;

import java.util.Locale;

/** What a model is for. */
public enum ModelTask {
  /** Picture to face boxes. */
  DETECTOR,
  /** Face box to 68 points. */
  LANDMARKS,
  /** Aligned face to a vector: a recogniser. */
  EMBEDDER,
  /** Face to yaw, pitch and roll. */
  POSE,
  /** Face to years. */
  AGE,
  /** Face to female or male. */
  SEX;

  /** As the catalogue file spells it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
