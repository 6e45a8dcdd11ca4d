package org.facewright.generation.render;

/**
 * A distant light.
 *
 * @param direction unit, towards the light, camera space
 * @param rgb linear radiance
 * @param size 0 a point to 1 a large window: widens reflections and penumbra
 */
@SuppressWarnings("ArrayRecordComponent")
record Lamp(float[] direction, float[] rgb, float size) {
  static Lamp of(float azimuth, float elevation, float intensity, float warmth, float size) {
    double a = Math.toRadians(azimuth);
    double e = Math.toRadians(elevation);
    float[] direction = {
      (float) (Math.sin(a) * Math.cos(e)), (float) Math.sin(e), (float) (Math.cos(a) * Math.cos(e))
    };
    return new Lamp(direction, Colour.times(tint(warmth), intensity), size);
  }

  /** -1 blue sky, 0 white, 1 candle; about the same brightness. */
  static float[] tint(float warmth) {
    return warmth > 0
        ? Colour.mix(new float[] {1, 1, 1}, new float[] {1.28f, 0.92f, 0.55f}, warmth)
        : Colour.mix(new float[] {1, 1, 1}, new float[] {0.78f, 0.98f, 1.32f}, -warmth);
  }
}
