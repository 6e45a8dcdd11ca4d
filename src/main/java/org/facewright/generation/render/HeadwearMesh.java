package org.facewright.generation.render;

import java.util.List;

/** Hats and scarves, laid over the skull. */
final class HeadwearMesh {
  private static final float[] CLOTH = {0.85f, 0.03f, 0.25f};

  private final HeadField field;
  private final Noise noise;
  private final float[] colour;
  private final float bulk;

  private HeadwearMesh(Identity identity, HeadField field) {
    this.field = field;
    Identity.Headwear wear = identity.headwear();
    noise = new Noise(Seeds.of(identity.seed(), 11));
    colour = Colour.hsl(wear.hue(), wear.saturation(), wear.lightness());
    bulk = identity.hair().style() == HairStyle.BALD ? 0 : 0.35f;
  }

  /** Height above which the hair of a wearer is hidden, so that it need not grow. */
  static float coversHairAbove(HeadwearKind kind) {
    return switch (kind) {
      case NONE -> Float.MAX_VALUE;
      case BEANIE -> 6.8f;
      case CAP -> 8;
      case HEADSCARF -> -Float.MAX_VALUE;
    };
  }

  static List<Solid> of(Identity identity, HeadField field) {
    HeadwearMesh mesh = new HeadwearMesh(identity, field);
    return switch (identity.headwear().kind()) {
      case NONE -> List.of();
      case BEANIE -> List.of(mesh.beanie());
      case CAP -> List.of(mesh.crown(), mesh.brim());
      case HEADSCARF -> List.of(mesh.scarf());
    };
  }

  private Solid beanie() {
    return Solid.sheet(
        72,
        22,
        colour,
        CLOTH,
        (u, v, out) -> {
          float degrees = u * 360;
          float from = Math.abs(degrees > 180 ? 360 - degrees : degrees);
          float edge = Smooth.curve(from, 0, 8.0f, 40, 7.2f, 70, 5.2f, 100, 3.5f, 180, 0);
          float fold = v < 0.28f ? 0.4f : 0.1f;
          float knit = 0.05f * (float) Math.cos(Math.toRadians(degrees) * 36);
          skull(degrees, edge, v, 0.45f + bulk + fold + knit, out);
          out[3] = (0.9f + 2.5f * knit) * (v > 0.26f && v < 0.3f ? 0.55f : 1);
        });
  }

  private Solid crown() {
    return Solid.sheet(
        60,
        18,
        colour,
        CLOTH,
        (u, v, out) -> {
          float degrees = u * 360;
          float from = Math.abs(degrees > 180 ? 360 - degrees : degrees);
          float edge = capEdge(from);
          skull(
              degrees,
              edge,
              v,
              0.5f + bulk + 0.5f * Smooth.step(0, 0.5f, v) * Smooth.step(90, 0, from),
              out);
          boolean seam = Math.abs((degrees / 60) - Math.round(degrees / 60)) < 0.02f;
          out[3] = seam ? 0.8f : 1;
        });
  }

  private static float capEdge(float from) {
    return Smooth.curve(from, 0, 9.2f, 45, 8.6f, 80, 6.6f, 120, 4.5f, 180, 3);
  }

  private Solid brim() {
    return Solid.sheet(
        30,
        10,
        Colour.times(colour, 0.9f),
        CLOTH,
        (u, v, out) -> {
          float degrees = (u - 0.5f) * 116;
          float from = Math.abs(degrees);
          skull(degrees, capEdge(from), 0, 0.5f + bulk, out);
          float reach = 6.2f * (float) Math.sqrt(Math.max(0, 1 - Math.pow(from / 60, 2.5)));
          out[2] += v * reach;
          out[1] -= v * reach * 0.16f + 0.35f * v * from / 60 - 0.25f * v * (1 - v);
          out[3] = v > 0.92f ? 0.7f : 1;
        });
  }

  private Solid scarf() {
    return Solid.sheet(
        72,
        54,
        colour,
        CLOTH,
        (u, v, out) -> {
          float lat = (float) Math.toRadians(Smooth.curve(v, 0, 89, 0.72f, -58, 1, -58));
          float height = HeadField.CENTRE_Y + 10.3f * (float) Math.sin(lat);
          float edge =
              Smooth.curve(
                  height, -4.7f, 0, -4.4f, 8, -3.8f, 32, -2, 50, 1, 60, 4, 61, 7, 55, 9, 42, 10.4f,
                  22, 11.1f, 0);
          float degrees = edge + u * (360 - 2 * edge);
          float fold = noise.rough(degrees * 0.025f, height * 0.3f + degrees * 0.012f, 2);
          direction(degrees, lat, 0.5f + bulk + 0.22f * fold, out);
          float fall = Smooth.step(0.72f, 1, v);
          out[1] -= 7 * fall;
          out[0] *= 1 + 0.25f * fall;
          out[2] = (out[2] - 0.5f) * (1 - 0.15f * fall);
          out[3] = 1 + 0.18f * fold;
        });
  }

  /** A point over the skull: v 0 on the edge's height, 1 at the crown. */
  private void skull(float degrees, float edge, float v, float off, float[] out) {
    float start = (float) Math.atan2(edge - HeadField.CENTRE_Y, 8.2);
    direction(degrees, Smooth.mix(start, 1.5708f, v), off, out);
  }

  private void direction(float degrees, float lat, float off, float[] out) {
    double a = Math.toRadians(degrees);
    float dx = (float) Math.sin(a);
    float dz = (float) Math.cos(a);
    float cos = (float) Math.cos(lat);
    float sin = (float) Math.sin(lat);
    float r = field.reach(dx * cos, sin, dz * cos) + off;
    out[0] = dx * cos * r;
    out[1] = HeadField.CENTRE_Y + sin * r;
    out[2] = HeadField.CENTRE_Z + dz * cos * r;
  }
}
