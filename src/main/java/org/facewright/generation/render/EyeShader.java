package org.facewright.generation.render;

/** The visible eyeball: white with veins, limbus, iris with fibres, pupil, a wet surface. */
final class EyeShader {
  private static final float CENTRE_X = 3.16f;
  private static final float CENTRE_Y = 3.614f;
  private static final float IRIS = 0.60f;
  private static final float PUPIL = 0.2f;

  private final Identity.Eyes eyes;
  private final float[] outer;
  private final float[] inner;
  private final Noise noise;
  private final float[] head;
  private final float[][] upper;
  private final float[][] lower;

  /**
   * @param head posed positions, head space
   */
  EyeShader(Anatomy anatomy, Identity identity, float[] head) {
    eyes = identity.eyes();
    this.head = head;
    noise = new Noise(Seeds.of(identity.seed(), 5));
    float[] pale = Colour.mix(Colour.srgb(104, 142, 176), Colour.srgb(112, 138, 84), eyes.green());
    float[] brown = Colour.mix(Colour.srgb(128, 82, 40), Colour.srgb(44, 26, 18), eyes.brown());
    outer = Colour.mix(pale, brown, Smooth.step(0.2f, 0.6f, eyes.brown()));
    inner = Colour.mix(Colour.times(outer, 1.15f), brown, 0.25f + 0.4f * eyes.green());
    upper = new float[][] {lid(head, 36, 37, 38, 39), lid(head, 42, 43, 44, 45)};
    lower = new float[][] {lid(head, 36, 41, 40, 39), lid(head, 42, 47, 46, 45)};
  }

  private static float[] lid(float[] head, int... landmarks) {
    float[] xy = new float[8];
    for (int i = 0; i < 4; i++) {
      int v = Landmarks.vertex(landmarks[i]) * 3;
      xy[i * 2] = head[v];
      xy[i * 2 + 1] = head[v + 1];
    }
    return xy;
  }

  /** Where the point lies in the neutral eye says iris or white; where it is now, how shaded. */
  void describe(
      Surfel s,
      boolean left,
      float x,
      float y,
      float z,
      int a,
      int b,
      int c,
      float wa,
      float wb,
      float wc) {
    float side = left ? 1 : -1;
    float dx = x - side * CENTRE_X;
    float dy = y - CENTRE_Y;
    float r = (float) Math.sqrt(dx * dx + dy * dy) / (IRIS * eyes.irisSize());
    if (z < 8.5f) {
      r = 3;
    }
    s.matter(0.25f, 0.03f, 0.35f);
    white(s, dx * side, dy, r);
    if (r < 1.12f) {
      iris(s, dx, dy, r);
    }
    s.wet = true;
    int which = left ? 1 : 0;
    float px = wa * head[a * 3] + wb * head[b * 3] + wc * head[c * 3];
    float py = wa * head[a * 3 + 1] + wb * head[b * 3 + 1] + wc * head[c * 3 + 1];
    float below = Smooth.curve(px, upper[which]) - py;
    float above = py - Smooth.curve(px, lower[which]);
    float shade =
        (0.42f + 0.58f * Smooth.step(-0.02f, 0.42f, below))
            * (0.72f + 0.28f * Smooth.step(0, 0.18f, above));
    s.open = 0.92f * shade;
    s.red *= shade;
    s.green *= shade;
    s.blue *= shade;
  }

  private void white(Surfel s, float dx, float dy, float r) {
    float vein = Math.max(0, noise.rough(dx * 2.2f, dy * 7, 3) - 0.1f) * Smooth.step(1.2f, 2, r);
    float red = (0.25f + 0.75f * eyes.redness()) * (vein + 0.3f * Smooth.step(1.2f, 2.2f, r));
    s.red = 0.56f * (1 - 0.15f * red);
    s.green = 0.52f * (1 - 0.55f * red);
    s.blue = 0.49f * (1 - 0.55f * red);
    float inner = Smooth.step(-1.0f, -1.35f, dx);
    s.green *= 1 - 0.4f * inner;
    s.blue *= 1 - 0.4f * inner;
  }

  private void iris(Surfel s, float dx, float dy, float r) {
    float angle = (float) Math.atan2(dy, dx);
    float cos = (float) Math.cos(angle);
    float sin = (float) Math.sin(angle);
    float fibre = noise.rough(cos * 9, sin * 9, r * 1.3f);
    float collar = Smooth.bump(r - 0.5f, 0.14f);
    float tone = (0.85f + 0.3f * fibre) * (0.8f + 0.4f * r);
    float[] colour =
        Colour.mix(outer, inner, Math.min(1, collar + Smooth.step(0.6f, 0.3f, r) * 0.6f));
    float dark = Smooth.step(PUPIL / IRIS + 0.07f, PUPIL / IRIS - 0.03f, r);
    float rim = 1 - (0.45f + 0.5f * eyes.limbus()) * Smooth.step(0.72f, 0.98f, r);
    float lit = (1 - 0.97f * dark) * rim * tone * 1.1f;
    // Light that enters above leaves the iris below, through the cornea's lens.
    lit *= 1 + 0.35f * Math.clamp(-dy / IRIS, -1, 1);
    float edge = Smooth.step(1.1f, 0.94f, r);
    s.red = Smooth.mix(s.red, colour[0] * lit, edge);
    s.green = Smooth.mix(s.green, colour[1] * lit, edge);
    s.blue = Smooth.mix(s.blue, colour[2] * lit, edge);
  }
}
