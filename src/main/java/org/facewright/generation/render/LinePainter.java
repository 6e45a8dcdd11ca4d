package org.facewright.generation.render;

import java.util.SplittableRandom;

/** Age lines: forehead, between the brows, crow's feet, under the eyes, beside nose and mouth. */
final class LinePainter {
  private final Atlas atlas;
  private final Canvas canvas;
  private final FaceKit kit;
  private final float depth;
  private final float[] groove;
  private final SplittableRandom random;

  LinePainter(Anatomy anatomy, Canvas canvas, Identity identity) {
    this.atlas = anatomy.atlas;
    this.kit = anatomy.kit;
    this.canvas = canvas;
    this.depth = identity.skin().lines();
    groove = new float[canvas.size * canvas.size];
    random = Seeds.stream(identity.seed(), 3);
  }

  void paint() {
    for (int side = -1; side <= 1; side += 2) {
      fold(side);
      feet(side);
      bag(side);
      frown(side);
    }
    forehead();
    cut();
  }

  private void forehead() {
    int lines = 3 + random.nextInt(2);
    for (int i = 0; i < lines; i++) {
      float y = 7.3f + i * (3.1f / lines) + random.nextFloat() * 0.3f;
      float wide = 3.6f - 0.3f * i + random.nextFloat();
      float wave = random.nextFloat() * 6;
      float[] line = new float[22];
      for (int k = 0; k < 11; k++) {
        float s = (k / 5f - 1) * wide;
        line[k * 2] = s;
        line[k * 2 + 1] =
            y
                - 0.022f * s * s
                + 0.12f * (float) Math.sin(s * 1.4f + wave)
                + 0.25f * Smooth.bump(s, 1);
      }
      draw(line, 0.075f, depth * (0.5f + 0.5f * random.nextFloat()));
    }
  }

  private void frown(int side) {
    float lean = random.nextFloat() * 0.2f;
    float s = side * (0.5f + 0.2f * random.nextFloat());
    draw(
        new float[] {s, 5.2f, s * 1.05f + side * lean, 6.1f, s * 0.95f, 6.9f}, 0.07f, depth * 0.7f);
  }

  private void fold(int side) {
    float[] wing = point(side < 0 ? 31 : 35);
    float[] corner = point(side < 0 ? 48 : 54);
    float out = side * (0.75f + 0.2f * random.nextFloat());
    draw(
        new float[] {
          wing[0] + side * 0.55f,
          wing[1] + 0.55f,
          wing[0] + side * 1.25f,
          wing[1] - 0.6f,
          corner[0] + out * 0.75f,
          corner[1] + 0.75f,
          corner[0] + out,
          corner[1] - 0.3f
        },
        0.14f,
        0.12f + depth * 0.75f);
    draw(
        new float[] {
          corner[0] + side * 0.25f, corner[1] - 0.35f, corner[0] + side * 0.45f, corner[1] - 1.5f
        },
        0.11f,
        depth * 0.55f);
  }

  private void feet(int side) {
    float[] corner = point(side < 0 ? 36 : 45);
    for (int i = 0; i < 4; i++) {
      float angle = -0.75f + 0.42f * i + 0.2f * random.nextFloat();
      float from = 0.55f + 0.2f * random.nextFloat();
      float to = from + 0.7f + 0.8f * random.nextFloat();
      float dx = side * (float) Math.cos(angle);
      float dy = (float) Math.sin(angle);
      draw(
          new float[] {
            corner[0] + dx * from, corner[1] + dy * from, corner[0] + dx * to, corner[1] + dy * to
          },
          0.055f,
          depth * (0.4f + 0.4f * random.nextFloat()));
    }
  }

  private void bag(int side) {
    float[] outer = point(side < 0 ? 36 : 45);
    float[] inner = point(side < 0 ? 39 : 42);
    float drop = 0.85f + 0.3f * random.nextFloat();
    float mid = (outer[0] + inner[0]) / 2;
    draw(
        new float[] {
          inner[0] - side * 0.05f,
          inner[1] - 0.45f,
          mid - side * 0.35f,
          inner[1] - drop - 0.15f,
          mid + side * 0.5f,
          outer[1] - drop - 0.1f,
          outer[0],
          outer[1] - 0.7f
        },
        0.11f,
        0.10f + depth * 0.55f);
  }

  private float[] point(int landmark) {
    int v = Landmarks.vertex(landmark) * 3;
    return new float[] {
      Regions.across(kit.neutral()[v], kit.neutral()[v + 2]), kit.neutral()[v + 1]
    };
  }

  /** A groove along points given in cm on the rolled-out plane. */
  private void draw(float[] points, float halfCm, float strength) {
    if (strength < 0.03f) {
      return;
    }
    float half = halfCm * atlas.texelsPerCm();
    int parts = points.length / 2 - 1;
    for (int i = 0; i < parts; i++) {
      float taper = (i == 0 || i == parts - 1) ? 0.6f : 1;
      float force = strength * taper;
      canvas.stroke(
          column(points[i * 2]),
          Atlas.v(points[i * 2 + 1]) * atlas.size,
          column(points[i * 2 + 2]),
          Atlas.v(points[i * 2 + 3]) * atlas.size,
          half,
          (at, cover) -> groove[at] = Math.max(groove[at], cover * force));
    }
  }

  /** Grooves are gathered first, so that strokes which meet do not cut twice. */
  private void cut() {
    for (int at = 0; at < groove.length; at++) {
      float c = groove[at];
      if (c > 0) {
        canvas.stain(at, 1 - 0.14f * c, 1 - 0.21f * c, 1 - 0.21f * c);
        canvas.height[at] -= 1.1f * c;
      }
    }
  }

  private float column(float across) {
    return (0.5f + across / 10.5f / (2 * Atlas.EDGE)) * atlas.size;
  }
}
