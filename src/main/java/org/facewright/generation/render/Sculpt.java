package org.facewright.generation.render;

/**
 * Smooth displacements of single features, as a field over the neutral head, so that skin, lids,
 * eyeballs, lashes and teeth move together. One slider unit is about a standard deviation.
 */
final class Sculpt {
  private static final float EYE_X = 3.12f;
  private static final float EYE_Y = 3.6f;
  private static final float EYE_Z = 8.2f;
  private static final float MOUTH_Y = -3.36f;

  private final Identity.Shape shape;
  private final Noise noise;

  Sculpt(Identity.Shape shape, Noise noise) {
    this.shape = shape;
    this.noise = noise;
  }

  /** The displacement at a point of the neutral head, in cm, into {@code out}. */
  void displace(float x, float y, float z, float[] out) {
    out[0] = 0;
    out[1] = 0;
    out[2] = 0;
    whole(x, y, out);
    if (z > 1) {
      eyes(x, y, z, out);
      nose(x, y, z, out);
      mouth(x, y, z, out);
      frame(x, y, z, out);
    }
    float a = shape.asymmetry() * 0.07f;
    out[0] += a * noise.at(x * 0.28f, y * 0.28f, z * 0.28f);
    out[1] += a * noise.at(x * 0.28f + 40, y * 0.28f, z * 0.28f);
    out[2] += a * noise.at(x * 0.28f - 40, y * 0.28f, z * 0.28f);
  }

  private void whole(float x, float y, float[] out) {
    out[0] += x * 0.028f * shape.faceWidth() * Smooth.step(-17, -9, y);
    out[1] += (y - 3) * 0.028f * shape.faceLength() * Smooth.step(-17, -9, y);
  }

  private void eyes(float x, float y, float z, float[] out) {
    float side = x < 0 ? -1 : 1;
    float dx = x - side * EYE_X;
    float dy = y - EYE_Y;
    float dz = z - EYE_Z;
    float near = Smooth.bump(dx, dy, dz * 0.6f, 0, 0, 0, 1.7f);
    float wide = Smooth.bump(dx, dy, dz * 0.6f, 0, 0, 0, 2.4f);
    float grow = 0.055f * shape.eyeSize() * near;
    out[0] += dx * grow;
    out[1] += dy * grow * 1.3f;
    out[2] += dz * grow * 0.6f;
    float turn = 0.05f * shape.eyeTilt() * side * near;
    out[0] -= dy * turn;
    out[1] += dx * turn;
    out[0] += side * 0.14f * shape.eyeSpacing() * wide;
    float brow = Smooth.bump(dx * 0.6f, y - 5.9f, (z - 9.5f) * 0.5f, 0, 0, 0, 1.1f);
    out[1] += 0.17f * shape.browHeight() * brow;
    out[2] += 0.16f * shape.browRidge() * brow;
  }

  private void nose(float x, float y, float z, float[] out) {
    float wings = Smooth.bump(x * 0.8f, y + 0.3f, (z - 11) * 0.8f, 0, 0, 0, 1.5f);
    out[0] += x * 0.11f * shape.noseWidth() * wings;
    float tip = Smooth.bump(x, (y - 0.3f) * 0.7f, (z - 12.2f) * 0.7f, 0, 0, 0, 1.5f);
    out[1] -= 0.20f * shape.noseLength() * tip;
    out[2] += 0.24f * shape.noseTip() * tip;
    float bridge = Smooth.bump(x, (y - 3.2f) * 0.6f, (z - 10.9f) * 0.6f, 0, 0, 0, 0.9f);
    out[2] += 0.20f * shape.noseBridge() * bridge;
  }

  private void mouth(float x, float y, float z, float[] out) {
    float dy = y - MOUTH_Y;
    float lips = Smooth.bump(x * 0.55f, dy, (z - 10.8f) * 0.7f, 0, 0, 0, 1.2f);
    out[0] += x * 0.06f * shape.mouthWidth() * lips;
    out[1] += dy * 0.13f * shape.lipFullness() * lips;
    out[2] += 0.10f * shape.lipFullness() * Smooth.bump(x * 0.7f, dy, 0, 0, 0, 0, 0.9f) * lips;
    float whole = Smooth.bump(x * 0.5f, dy * 0.8f, (z - 10) * 0.5f, 0, 0, 0, 1.9f);
    out[1] += 0.18f * shape.mouthHeight() * whole;
  }

  private void frame(float x, float y, float z, float[] out) {
    float jaw = Smooth.step(0.5f, -4.5f, y) * Smooth.step(-11, -8, y);
    out[0] += x * 0.055f * shape.jawWidth() * jaw;
    float chin = Smooth.bump(x * 0.6f, y + 7.2f, (z - 9.8f) * 0.5f, 0, 0, 0, 1.9f);
    out[1] -= 0.26f * shape.chinLength() * chin;
    out[2] += 0.28f * shape.chinForward() * chin;
    float side = x < 0 ? -1 : 1;
    float bone = Smooth.bump(x - side * 5.4f, y - 1.2f, (z - 7.8f) * 0.8f, 0, 0, 0, 1.5f);
    out[0] += side * 0.17f * shape.cheekbones() * bone;
    out[2] += 0.14f * shape.cheekbones() * bone;
    float fat = Smooth.bump(x - side * 4.6f, y + 2.6f, (z - 8) * 0.8f, 0, 0, 0, 2);
    out[0] += side * 0.26f * shape.cheekFat() * fat;
    out[2] += 0.18f * shape.cheekFat() * fat;
  }
}
