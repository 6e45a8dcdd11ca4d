package org.facewright.generation.render;

import java.util.ArrayList;
import java.util.List;

/** Rims, bridge, temples and glass, fitted to a person's eyes, nose and ears. */
final class GlassesMesh {
  private static final int POINTS = 40;

  private final Identity.Glasses glasses;
  private final float[] rims;
  private final float[] finish;
  private final float eyeX;
  private final float eyeY;
  private final float front;
  private final float templeX;
  private final List<Solid> frame = new ArrayList<>();
  private final List<Solid> lenses = new ArrayList<>();

  /**
   * @param head a person's neutral positions
   */
  GlassesMesh(Identity identity, float[] head) {
    glasses = identity.glasses();
    rims = Colour.hsl(glasses.hue(), glasses.saturation(), glasses.lightness());
    finish =
        glasses.metal() > 0.5f ? new float[] {0.25f, 0.55f, 0} : new float[] {0.28f, 0.05f, 0.1f};
    float[] five = Landmarks.fivePoints(head);
    eyeX = (five[3] - five[0]) / 2;
    eyeY = (five[1] + five[4]) / 2 - 0.25f;
    int bridge = Landmarks.vertex(28) * 3;
    float brow = head[Landmarks.vertex(19) * 3 + 2];
    front =
        Math.max(Math.max(head[bridge + 2] - 0.35f, brow + 0.55f), (five[2] + five[5]) / 2 + 1.35f);
    templeX = Math.abs(head[Landmarks.vertex(0) * 3]) + 0.15f;
    if (glasses.kind() != GlassesKind.NONE) {
      build();
    }
  }

  List<Solid> frame() {
    return List.copyOf(frame);
  }

  List<Solid> lenses() {
    return List.copyOf(lenses);
  }

  private void build() {
    for (int side = -1; side <= 1; side += 2) {
      float[] rim = rim(side);
      if (glasses.kind() != GlassesKind.RIMLESS) {
        frame.add(Solid.tube(rim, radii(), true, rims, finish));
      }
      frame.add(temple(side, rim));
      lenses.add(lens(rim));
    }
    frame.add(bridge());
  }

  private float half() {
    return glasses.thickness() / 2;
  }

  private float[] radii() {
    float[] radii = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double angle = i * 2 * Math.PI / POINTS;
      boolean upper = Math.sin(angle) > 0.05;
      radii[i] =
          switch (glasses.kind()) {
            case BROWLINE -> upper ? half() * 1.7f : half() * 0.45f;
            case CAT_EYE -> upper ? half() * 1.25f : half() * 0.8f;
            default -> half();
          };
    }
    return radii;
  }

  /** The outline of one glass, angle 0 outwards, counter-clockwise seen from the wearer's side. */
  private float[] rim(int side) {
    float[] rim = new float[POINTS * 3];
    for (int i = 0; i < POINTS; i++) {
      double angle = i * 2 * Math.PI / POINTS;
      float c = (float) Math.cos(angle);
      float s = (float) Math.sin(angle);
      float[] xy = outline(c, s);
      float x = eyeX * 1.02f + xy[0] * glasses.size();
      rim[i * 3] = side * x;
      rim[i * 3 + 1] = eyeY + xy[1] * glasses.size();
      rim[i * 3 + 2] = depth(x, xy[1]);
    }
    return rim;
  }

  private float depth(float x, float dy) {
    float out = Math.max(0, x - 2);
    return front - 0.045f * out * out - 0.05f * Math.max(0, -dy);
  }

  private float[] outline(float c, float s) {
    return switch (glasses.kind()) {
      case ROUND -> new float[] {2.2f * c, 2.15f * s};
      case RECTANGULAR, RIMLESS -> square(c, s, 2.5f, 1.6f, 0.5f);
      case AVIATOR ->
          new float[] {2.55f * c + 0.25f * s * Math.abs(s), s > 0 ? 1.55f * s : 2.35f * s};
      case CAT_EYE -> {
        float[] p = square(c, s, 2.5f, 1.65f, 0.75f);
        p[1] += 0.55f * Math.max(0, c) * Math.max(0, s + 0.3f);
        yield p;
      }
      case BROWLINE -> square(c, s, 2.4f, 1.85f, 0.68f);
      case SUNGLASSES -> square(c, s, 2.75f, 2.1f, 0.65f);
      case NONE -> new float[2];
    };
  }

  private static float[] square(float c, float s, float a, float b, float power) {
    return new float[] {
      a * Math.signum(c) * (float) Math.pow(Math.abs(c), power),
      b * Math.signum(s) * (float) Math.pow(Math.abs(s), power)
    };
  }

  private Solid bridge() {
    float[] inner = outline(-1, 0);
    float from = eyeX * 1.02f + inner[0] * glasses.size();
    float[] path = new float[15];
    for (int i = 0; i < 5; i++) {
      float t = i / 2f - 1;
      path[i * 3] = t * from;
      path[i * 3 + 1] = eyeY + 0.45f + 0.3f * (1 - t * t);
      path[i * 3 + 2] = front + 0.25f * (1 - t * t);
    }
    float r = Math.max(0.07f, half() * 0.9f);
    return Solid.tube(path, new float[] {r, r, r, r, r}, false, rims, finish);
  }

  private Solid temple(int side, float[] rim) {
    float outX = Math.max(Math.abs(rim[0]) + 0.1f, templeX);
    float[] path = {
      rim[0],
      eyeY + 0.5f,
      rim[2],
      side * (outX - 0.1f),
      eyeY + 0.55f,
      rim[2] - 0.5f,
      side * (outX + 0.25f),
      eyeY + 0.5f,
      5,
      side * (outX + 0.5f),
      eyeY + 0.4f,
      1,
      side * (outX + 0.45f),
      eyeY - 0.6f,
      -0.6f
    };
    float r = Math.max(0.07f, half() * 0.85f);
    return Solid.tube(path, new float[] {r, r, r, r, r * 0.8f}, false, rims, finish);
  }

  /** A slightly bulging pane filling the rim. */
  private static Solid lens(float[] rim) {
    float cx = 0;
    float cy = 0;
    float cz = 0;
    for (int i = 0; i < POINTS; i++) {
      cx += rim[i * 3] / POINTS;
      cy += rim[i * 3 + 1] / POINTS;
      cz += rim[i * 3 + 2] / POINTS;
    }
    float[] centre = {cx, cy, cz + 0.14f};
    return Solid.sheet(
        POINTS,
        4,
        new float[] {1, 1, 1},
        new float[] {0.1f, 0.04f, 0},
        (u, v, out) -> {
          int i = Math.round(u * POINTS) % POINTS;
          float bulge = 0.14f * (1 - v * v);
          for (int k = 0; k < 3; k++) {
            out[k] = Smooth.mix(centre[k], rim[i * 3 + k], v);
          }
          out[2] = Smooth.mix(centre[2] - 0.14f, rim[i * 3 + 2], v) + bulge;
        });
  }
}
