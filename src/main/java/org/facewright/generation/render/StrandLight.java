package org.facewright.generation.render;

/** A lamp's light on a strand of hair, by the strand's direction. */
final class StrandLight {
  private StrandLight() {}

  static void add(
      Surfel s, Lamp lamp, float reach, float vx, float vy, float vz, float[] out, int at) {
    float[] d = lamp.direction();
    float tl = s.tx * d[0] + s.ty * d[1] + s.tz * d[2];
    float tv = s.tx * vx + s.ty * vy + s.tz * vz;
    float across = (float) Math.sqrt(Math.max(0, 1 - tl * tl));
    float facing = s.nx * d[0] + s.ny * d[1] + s.nz * d[2];
    float front = Math.clamp(0.55f + 0.6f * facing, 0.05f, 1);
    float seen = (float) Math.sqrt(Math.max(0, 1 - tv * tv));
    float direct = Math.max(0, across * seen - (tl + 0.10f) * tv);
    float through = Math.max(0, across * seen - (tl - 0.16f) * tv);
    float white = 0.045f * power(direct, 5) * (1 - s.roughness);
    float tinted = 0.5f * power(through, 4);
    float light = front * reach * s.open;
    for (int c = 0; c < 3; c++) {
      float albedo = c == 0 ? s.red : c == 1 ? s.green : s.blue;
      float body = albedo * (0.52f * across + tinted * (1 - s.roughness)) + white;
      out[at + c] += body * light * lamp.rgb()[c];
    }
  }

  /** x to the power of 2 to the {@code doublings}. */
  private static float power(float x, int doublings) {
    float p = x;
    for (int i = 0; i < doublings; i++) {
      p *= p;
    }
    return p;
  }
}
