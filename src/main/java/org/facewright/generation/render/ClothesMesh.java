package org.facewright.generation.render;

/** A shirt on shoulders, from the collar down; hides where the model's bust ends. */
final class ClothesMesh {
  private ClothesMesh() {}

  static Solid of(Shot.Clothes clothes, long seed) {
    Noise noise = new Noise(Seeds.of(seed, 12));
    float[] colour = Colour.hsl(clothes.hue(), clothes.saturation(), clothes.lightness());
    return Solid.sheet(
        48,
        30,
        colour,
        new float[] {0.9f, 0.025f, 0.3f},
        (u, v, out) -> {
          double a = u * 2 * Math.PI;
          float y = -10.6f - 32 * v * (0.35f + 0.65f * v);
          float wide =
              Smooth.curve(
                  -y, 10.6f, 6.7f, 11.4f, 7.5f, 12.4f, 10.6f, 14.2f, 14, 16, 17, 18.5f, 19.5f, 24,
                  21.5f, 42, 22);
          float deep =
              Smooth.curve(-y, 10.6f, 6.7f, 11.6f, 7.1f, 14, 8.2f, 18, 9.8f, 26, 11.5f, 42, 12);
          float dx = (float) Math.sin(a);
          float dz = (float) Math.cos(a);
          float fold = noise.rough(dx * 2.2f + y * 0.06f, y * 0.16f, dz * 2.2f);
          out[0] = dx * wide;
          // The collar dips in front and rises at the back.
          out[1] =
              y
                  + (1.2f - 2.4f * Math.max(0, dz) * Math.max(0, dz))
                      * (1 - Smooth.step(0, 0.25f, v));
          out[2] = -1.6f + dz * (deep + 0.35f * fold);
          out[3] = (1 + 0.16f * fold) * (v < 0.05f ? 0.8f : 1);
        });
  }
}
