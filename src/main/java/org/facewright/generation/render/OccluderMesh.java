package org.facewright.generation.render;

import java.util.ArrayList;
import java.util.List;

/** A hand, a thing or a mask before the face. */
final class OccluderMesh {
  private OccluderMesh() {}

  static List<Solid> of(Identity identity, Shot.Occluder what, HeadField field) {
    return switch (what.kind()) {
      case NONE, FOREGROUND -> List.of();
      case HAND -> hand(identity, what);
      case OBJECT -> List.of(thing(what));
      case MASK -> List.of(mask(what, field));
    };
  }

  private static List<Solid> hand(Identity identity, Shot.Occluder what) {
    float[] skin =
        Colour.times(SkinPainter.tone(identity.skin()), new float[] {0.97f, 0.85f, 0.82f});
    float[] finish = {0.55f, 0.028f, 1};
    float size = what.size();
    float side = what.x() < 0 ? -1 : 1;
    float x = what.x() * 5;
    float y = -3 + what.y() * 4;
    float lean = -0.35f * side;
    float z = 14.2f - 0.1f * x * x;
    List<Solid> parts = new ArrayList<>();
    parts.add(
        Solid.blob(
            new float[] {x + 0.8f * side, y - 3.6f * size, z - 0.4f},
            lean,
            0.94f,
            new float[] {2.9f * size, 3.6f * size, 1.2f},
            0.8f,
            skin,
            finish));
    for (int i = 0; i < 4; i++) {
      float spread = (i - 1.5f) * 1.35f * size;
      float length = (i == 0 || i == 3 ? 2.7f : 3.4f) * size;
      parts.add(
          Solid.blob(
              new float[] {
                x + spread + lean * 2.6f, y + length * 0.55f - Math.abs(spread) * 0.25f, z
              },
              lean + 0.05f * (i - 1.5f),
              0.94f,
              new float[] {0.68f * size, length, 0.75f},
              0.75f,
              Colour.times(skin, 0.94f + 0.04f * i),
              finish));
    }
    return parts;
  }

  private static Solid thing(Shot.Occluder what) {
    float size = what.size();
    return Solid.blob(
        new float[] {what.x() * 5, -4.5f + what.y() * 4, 14.5f},
        0.15f,
        0.98f,
        new float[] {2.6f * size, 4.4f * size, 1.6f},
        0.35f,
        Colour.hsl(what.hue(), 0.35f, what.lightness()),
        new float[] {0.35f, 0.045f, 0.1f});
  }

  /** A pleated sheet from the bridge of the nose to under the chin. */
  private static Solid mask(Shot.Occluder what, HeadField field) {
    return Solid.sheet(
        36,
        24,
        Colour.hsl(what.hue(), 0.3f, 0.35f + 0.5f * what.lightness()),
        new float[] {0.8f, 0.03f, 0.5f},
        (u, v, out) -> {
          float degrees = (u - 0.5f) * 128;
          float from = Math.abs(degrees);
          float top = Smooth.curve(from, 0, 2.4f, 20, 1.3f, 45, 0.6f, 64, 0.2f);
          float low = Smooth.curve(from, 0, -9.8f, 20, -9.4f, 34, -7.8f, 50, -5.5f, 64, -3);
          float y = Smooth.mix(top, low, v);
          double a = Math.toRadians(degrees);
          float dx = (float) Math.sin(a);
          float dz = (float) Math.cos(a);
          float flat = 9.5f;
          float dy = y - HeadField.CENTRE_Y;
          for (int i = 0; i < 3; i++) {
            float r = field.reach(dx * flat, dy, dz * flat);
            flat = (float) Math.sqrt(Math.max(4, r * r - dy * dy));
          }
          float nose = 1.35f * Smooth.bump(degrees, 13) * Smooth.bump(y - 0.2f, 2.4f);
          float pleat = 0.1f * (float) Math.sin(v * 22) * Smooth.bump(degrees, 40);
          float chin = 1.1f * Smooth.bump(degrees, 20) * Smooth.bump(y + 7.6f, 2);
          flat += 0.42f + nose + chin + pleat;
          out[0] = dx * flat;
          out[1] = y;
          out[2] = HeadField.CENTRE_Z + dz * flat;
          out[3] = 1 + 0.8f * pleat;
        });
  }
}
