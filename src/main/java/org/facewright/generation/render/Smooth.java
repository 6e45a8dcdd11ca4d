package org.facewright.generation.render;

/** Soft steps and bumps that regions and looks are made of. */
final class Smooth {
  private Smooth() {}

  /** 0 below {@code from}, 1 above {@code to}, smooth between; {@code from > to} runs down. */
  static float step(float from, float to, float x) {
    float t = Math.clamp((x - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  }

  /** 1 at 0, falling like a Gaussian of this radius. */
  static float bump(float distance, float radius) {
    float d = distance / radius;
    return (float) Math.exp(-0.5f * d * d);
  }

  /** A Gaussian about a point. */
  static float bump(float x, float y, float z, float cx, float cy, float cz, float radius) {
    float dx = x - cx;
    float dy = y - cy;
    float dz = z - cz;
    return (float) Math.exp(-0.5f * (dx * dx + dy * dy + dz * dz) / (radius * radius));
  }

  static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  /** A piecewise linear function through ascending x, y pairs, constant outside. */
  static float curve(float x, float... xy) {
    if (x <= xy[0]) {
      return xy[1];
    }
    for (int i = 2; i < xy.length; i += 2) {
      if (x <= xy[i]) {
        return mix(xy[i - 1], xy[i + 1], (x - xy[i - 2]) / (xy[i] - xy[i - 2]));
      }
    }
    return xy[xy.length - 1];
  }
}
