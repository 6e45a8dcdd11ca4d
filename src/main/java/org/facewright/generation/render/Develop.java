package org.facewright.generation.render;

/** From linear radiance at samples to pixels: exposure, a film-like curve, averaging, encoding. */
final class Develop {
  private Develop() {}

  /** The film-like curve of Narkowicz 2015 (a fit of ACES), then sRGB; 0..1 in and out. */
  static float tone(float x) {
    float y = x * 0.72f;
    float mapped = y * (2.51f * y + 0.03f) / (y * (2.43f * y + 0.59f) + 0.14f);
    return Colour.encoded(Math.clamp(mapped, 0, 1));
  }
}
