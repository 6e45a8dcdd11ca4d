package org.facewright.generation.render;

import java.util.stream.IntStream;

/** The masks of all regions, found from the landmarks of the neutral head; once a model. */
final class Regions {
  private final float[][] masks;

  Regions(FaceKit kit, Atlas atlas, EyeAnatomy eyes) {
    masks = new float[Region.values().length][atlas.size * atlas.size];
    Outline lips = new Outline(flat(kit, 48, 60), 4);
    Outline mouth = new Outline(flat(kit, 60, 68), 3);
    IntStream.range(0, atlas.size)
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < atlas.size; column++) {
                int at = row * atlas.size + column;
                skin(at, atlas.xyz);
                lips(at, atlas.xyz, lips, mouth);
                beard(at, atlas.degrees(column), atlas.xyz);
              }
            });
    for (int[] ring : eyes.openings) {
      lids(kit, atlas, ring);
    }
  }

  /** The mask of a region, one value a texel; do not write to it. */
  float[] mask(Region region) {
    return masks[region.ordinal()];
  }

  private void set(Region region, int at, float value) {
    mask(region)[at] = value;
  }

  /** cm across on the rolled-out plane. */
  static float across(float x, float z) {
    return (float) Math.atan2(x, z - 0.5f) * 10.5f;
  }

  private static float[] flat(FaceKit kit, int from, int to) {
    float[] xy = new float[(to - from) * 2];
    for (int i = from; i < to; i++) {
      int v = Landmarks.vertex(i) * 3;
      xy[(i - from) * 2] = across(kit.neutral()[v], kit.neutral()[v + 2]);
      xy[(i - from) * 2 + 1] = kit.neutral()[v + 1];
    }
    return xy;
  }

  private void skin(int at, float[] xyz) {
    float x = Math.abs(xyz[at * 3]);
    float y = xyz[at * 3 + 1];
    float z = xyz[at * 3 + 2];
    float cheek = Smooth.bump(x - 4.3f, y + 0.3f, (z - 9) * 0.6f, 0, 0, 0, 1.7f);
    float tip = Smooth.bump(x * 0.8f, y - 0.3f, z - 12.3f, 0, 0, 0, 1.3f);
    float chin = Smooth.bump(x * 0.7f, y + 6.3f, z - 10.8f, 0, 0, 0, 1.2f);
    set(Region.BLUSH, at, Math.min(1, cheek + 0.9f * tip + 0.45f * chin));
    float ear = Smooth.step(6.9f, 7.6f, x) * Smooth.step(4.5f, 2.5f, z) * Smooth.step(-3, -1.5f, y);
    set(Region.EARS, at, ear * Smooth.step(6, 5, y));
    float under = Smooth.bump((x - 2.9f) * 0.62f, (y - 1.75f) * 1.25f, 0, 0, 0, 0, 0.75f);
    float inner = Smooth.bump(x - 1.6f, y - 2.9f, 0, 0, 0, 0, 0.55f);
    set(Region.DARK_CIRCLE, at, z > 4 ? Math.min(1, under + 0.7f * inner) : 0);
    float brow = Smooth.bump(x * 0.35f, y - 8.3f, 0, 0, 0, 0, 1.7f) * Smooth.step(4, 7, z);
    float ridge = Smooth.bump(x * 1.3f, (y - 2.2f) * 0.5f, (z - 11.6f) * 0.5f, 0, 0, 0, 1);
    set(Region.T_ZONE, at, Math.min(1, brow * 0.8f + ridge + tip + 0.6f * chin + 0.35f * cheek));
    float hole =
        Smooth.bump((x - 0.62f) * 0.9f, (y + 0.95f) * 1.3f, (z - 11.5f) * 0.5f, 0, 0, 0, 0.3f);
    set(Region.NOSTRILS, at, hole);
    set(Region.NECK, at, Smooth.step(-7, -10, y));
  }

  private void lips(int at, float[] xyz, Outline lips, Outline mouth) {
    float s = across(xyz[at * 3], xyz[at * 3 + 2]);
    float y = xyz[at * 3 + 1];
    if (Math.abs(s) > 4.5f || y > -1.2f || y < -5.6f || xyz[at * 3 + 2] < 7) {
      return;
    }
    set(Region.LIPS, at, Smooth.step(-0.13f, 0.13f, lips.inside(s, y)));
    float line = mouth.inside(s, y);
    set(Region.LIP_LINE, at, Smooth.step(-0.16f, 0.02f, line));
  }

  private void beard(int at, float degrees, float[] xyz) {
    float y = xyz[at * 3 + 1];
    float z = xyz[at * 3 + 2];
    float a = Math.abs(degrees);
    float bare = 1 - mask(Region.LIPS)[at];
    float neck = Smooth.step(-9.6f, -8.2f, y - 0.02f * a);
    float top = Smooth.step(-0.9f, -1.7f, y) * Smooth.step(-4.3f, -3.2f, y);
    set(
        Region.MOUSTACHE,
        at,
        z > 8 ? bare * top * Smooth.step(17.5f, 13, a + (y + 2.4f) * 2.5f) : 0);
    float below = Smooth.step(-4.6f, -5.3f, y) * Smooth.step(19, 14, a);
    float corner = Smooth.bump((a - 16) * 0.2f, (y + 3.8f) * 0.8f, 0, 0, 0, 0, 0.8f);
    set(Region.CHIN_BEARD, at, bare * neck * Math.min(1, below + corner));
    float line =
        Smooth.curve(a, 0, -5, 15, -4.4f, 24, -3.2f, 40, -2.9f, 55, -2, 68, 0.5f, 76, 3, 84, 4.5f);
    float behind = Smooth.step(97, 84, a);
    set(Region.CHEEK_BEARD, at, bare * neck * behind * Smooth.step(line + 0.5f, line - 0.9f, y));
  }

  private void lids(FaceKit kit, Atlas atlas, int[] ring) {
    float[] xy = new float[ring.length * 2];
    float midX = 0;
    for (int i = 0; i < ring.length; i++) {
      float[] p = kit.neutral();
      xy[i * 2] = across(p[ring[i] * 3], p[ring[i] * 3 + 2]);
      xy[i * 2 + 1] = p[ring[i] * 3 + 1];
      midX += xy[i * 2] / ring.length;
    }
    Outline opening = new Outline(xy, 1);
    for (int at = 0; at < atlas.size * atlas.size; at++) {
      float s = across(atlas.xyz[at * 3], atlas.xyz[at * 3 + 2]);
      float y = atlas.xyz[at * 3 + 1];
      if (atlas.xyz[at * 3 + 2] < 5 || Math.abs(s - midX) > 3.5f || Math.abs(y - 3.6f) > 2.2f) {
        continue;
      }
      float out = -opening.inside(s, y);
      float above = Smooth.step(3.1f, 3.6f, y + 0.05f * Math.abs(s - midX));
      float edge = Smooth.step(-0.02f, 0.03f, out);
      add(Region.LASH_LINE, at, edge * Smooth.step(0.24f, 0.08f, out) * (0.35f + 0.65f * above));
      add(Region.WATERLINE, at, (1 - above) * Smooth.step(0.12f, 0.02f, Math.abs(out)));
      add(Region.UPPER_LID, at, above * Smooth.step(1.35f, 0.35f, out));
      add(Region.CREASE, at, above * Smooth.bump(out - 0.55f, 0.13f));
    }
  }

  private void add(Region region, int at, float value) {
    float[] mask = mask(region);
    mask[at] = Math.min(1, mask[at] + value);
  }
}
