package org.facewright.generation.render;

import java.util.SplittableRandom;

/** Paints eyebrows hair by hair, along the brow landmarks. */
final class BrowPainter {
  private final Atlas atlas;
  private final Canvas canvas;
  private final FaceKit kit;
  private final Identity.Brows brows;
  private final float[] colour;
  private final SplittableRandom random;

  BrowPainter(Anatomy anatomy, Canvas canvas, Identity identity) {
    atlas = anatomy.atlas;
    kit = anatomy.kit;
    this.canvas = canvas;
    brows = identity.brows();
    Identity.Hair hair = identity.hair();
    colour =
        Colour.times(
            Colour.hair(
                Math.max(hair.dark(), 0.25f + 0.75f * brows.tone() * hair.dark()),
                hair.red() * 0.7f,
                hair.grey() * 0.5f),
            0.75f - 0.45f * brows.tone());
    random = Seeds.stream(identity.seed(), 4);
  }

  void paint() {
    for (int side = -1; side <= 1; side += 2) {
      float[] curve = curve(side);
      shade(curve);
      int hairs = (int) (70 + 420 * brows.density());
      for (int i = 0; i < hairs; i++) {
        hair(side, curve);
      }
    }
  }

  /** Eleven points from the inner to the outer end, x y in cm on the rolled-out plane. */
  private float[] curve(int side) {
    float[] points = new float[22];
    for (int i = 0; i < 11; i++) {
      float t = i / 10f;
      float along = 0.02f + (0.95f * brows.length() - 0.02f) * t;
      float[] at = landmark(side, along * 4);
      float shift = side * (brows.gap() - 1) * 0.75f * (1 - t);
      points[i * 2] = at[0] + shift;
      points[i * 2 + 1] =
          at[1]
              - 0.12f
              + brows.arch() * (0.42f * Smooth.bump(t - 0.66f, 0.2f) - 0.18f)
              - 0.1f * (1 - t);
    }
    return points;
  }

  /** Between the five brow landmarks of a side, 0 inner to 4 outer and a little beyond. */
  private float[] landmark(int side, float at) {
    int i = Math.min(3, (int) at);
    float f = at - i;
    float[] a = point(side < 0 ? 21 - i : 22 + i);
    float[] b = point(side < 0 ? 20 - i : 23 + i);
    return new float[] {Smooth.mix(a[0], b[0], f), Smooth.mix(a[1], b[1], f)};
  }

  private float[] point(int landmark) {
    int v = Landmarks.vertex(landmark) * 3;
    return new float[] {
      Regions.across(kit.neutral()[v], kit.neutral()[v + 2]), kit.neutral()[v + 1]
    };
  }

  private float half(float t) {
    return 0.36f * brows.thickness() * Smooth.curve(t, 0, 0.75f, 0.15f, 1, 0.6f, 0.85f, 1, 0.25f);
  }

  /** The skin that shows darker through the hairs. */
  private void shade(float[] curve) {
    for (int i = 0; i < 10; i++) {
      float amount = 0.34f * brows.density();
      canvas.stroke(
          column(curve[i * 2]),
          row(curve[i * 2 + 1]),
          column(curve[i * 2 + 2]),
          row(curve[i * 2 + 3]),
          half(i / 10f) * 0.8f * atlas.texelsPerCm(),
          (at, cover) -> canvas.tint(at, colour, cover * amount * 0.5f));
    }
  }

  private void hair(int side, float[] curve) {
    float t = random.nextFloat();
    float offset = (float) Math.clamp(random.nextGaussian() * 0.55, -1.2, 1.2);
    int i = Math.min(9, (int) (t * 10));
    float f = t * 10 - i;
    float x = Smooth.mix(curve[i * 2], curve[i * 2 + 2], f);
    float y = Smooth.mix(curve[i * 2 + 1], curve[i * 2 + 3], f) + offset * half(t);
    float along =
        (float)
            Math.atan2(
                curve[i * 2 + 3] - curve[i * 2 + 1], side * (curve[i * 2 + 2] - curve[i * 2]));
    // Inner hairs stand up, the others lie outwards, the upper ones bend down to the lower.
    float stand = Smooth.curve(t, 0, 1.25f, 0.2f, 0.7f, 0.5f, 0.25f, 1, -0.1f) - 0.35f * offset;
    float angle = along + stand + (float) random.nextGaussian() * 0.16f;
    float length = (0.42f + 0.2f * random.nextFloat()) * Smooth.curve(t, 0, 0.8f, 0.5f, 1, 1, 0.6f);
    float dx = side * (float) Math.cos(angle) * length;
    float dy = (float) Math.sin(angle) * length;
    float amount = 0.45f + 0.4f * random.nextFloat();
    canvas.stroke(
        column(x),
        row(y),
        column(x + dx),
        row(y + dy),
        0.028f * atlas.texelsPerCm(),
        (at, cover) -> {
          canvas.tint(at, colour, cover * amount);
          canvas.gloss[at] *= 1 - 0.4f * cover;
          canvas.height[at] += 0.4f * cover;
        });
  }

  private float column(float across) {
    return (0.5f + across / 10.5f / (2 * Atlas.EDGE)) * atlas.size;
  }

  private float row(float y) {
    return Atlas.v(y) * atlas.size;
  }
}
