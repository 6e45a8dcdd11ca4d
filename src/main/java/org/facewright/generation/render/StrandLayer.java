package org.facewright.generation.render;

/** Strands as camera-facing strokes. */
final class StrandLayer implements Layer {
  private final Strands strands;
  private final float[] camera;
  private final float[] colour;
  private final float[] greyColour;
  private final float roughness;
  private final float[] middle;
  private final int segments;

  /**
   * @param points strands x steps x 3, head space, already where this shot has them
   * @param colour linear
   * @param roughness 0 sleek to 1 dull
   */
  StrandLayer(Strands strands, float[] points, View view, float[] colour, float roughness) {
    this.strands = strands;
    this.colour = colour;
    this.roughness = roughness;
    greyColour = Colour.srgb(168, 166, 164);
    segments = strands.steps() - 1;
    camera = view.toCamera(points);
    middle = view.toCamera(new float[] {0, HeadField.CENTRE_Y - 1, HeadField.CENTRE_Z});
  }

  /** The strands' points, moved along with the skin they are rooted in. */
  static float[] follow(Strands strands, float[] neutral, float[] posed) {
    if (strands.anchors().length == 0) {
      return strands.points();
    }
    float[] points = strands.points().clone();
    int perStrand = strands.steps() * 3;
    for (int s = 0; s < strands.count(); s++) {
      float wb = strands.weights()[s * 2];
      float wc = strands.weights()[s * 2 + 1];
      for (int k = 0; k < 3; k++) {
        int a = strands.anchors()[s * 3] * 3 + k;
        int b = strands.anchors()[s * 3 + 1] * 3 + k;
        int c = strands.anchors()[s * 3 + 2] * 3 + k;
        float shift =
            (1 - wb - wc) * (posed[a] - neutral[a])
                + wb * (posed[b] - neutral[b])
                + wc * (posed[c] - neutral[c]);
        for (int i = k; i < perStrand; i += 3) {
          points[s * perStrand + i] += shift;
        }
      }
    }
    return points;
  }

  @Override
  public int items() {
    return strands.count() * segments;
  }

  @Override
  public void cast(ShadowMap shadow) {
    float[] p = shadow.project(camera);
    for (int s = 0; s < strands.count(); s += 2) {
      int at = s * strands.steps() * 3;
      for (int i = 0; i < segments; i++, at += 3) {
        shadow.line(p[at], p[at + 1], p[at + 2], p[at + 3], p[at + 4], p[at + 5]);
      }
    }
  }

  @Override
  public void draw(VisibilityBuffer buffer, View view, int first) {
    float[] p = view.toPicture(camera);
    float scale = view.scale() * 0.5f;
    for (int s = 0; s < strands.count(); s++) {
      int at = s * strands.steps() * 3;
      float half = strands.width()[s] * scale;
      for (int i = 0; i < segments; i++, at += 3) {
        float taper = half * (1 - 0.65f * i / segments) * p[at + 2];
        buffer.stroke(
            first + s * segments + i,
            p[at],
            p[at + 1],
            p[at + 2],
            p[at + 3],
            p[at + 4],
            p[at + 5],
            taper);
      }
    }
  }

  @Override
  public void describe(int item, float along, float across, Surfel s) {
    int strand = item / segments;
    int segment = item % segments;
    int at = (strand * strands.steps() + segment) * 3;
    s.x = camera[at] + along * (camera[at + 3] - camera[at]);
    s.y = camera[at + 1] + along * (camera[at + 4] - camera[at + 1]);
    s.z = camera[at + 2] + along * (camera[at + 5] - camera[at + 2]);
    tangent(
        s,
        camera[at + 3] - camera[at],
        camera[at + 4] - camera[at + 1],
        camera[at + 5] - camera[at + 2]);
    outward(s);
    float t = (segment + along) / segments;
    float tone = strands.tone()[strand];
    float grey = strands.grey()[strand];
    float shade = (0.75f + 0.35f * t) * tone;
    s.matter(roughness, 0.04f, 0);
    s.strand = true;
    s.red = (colour[0] + (greyColour[0] - colour[0]) * grey) * shade;
    s.green = (colour[1] + (greyColour[1] - colour[1]) * grey) * shade;
    s.blue = (colour[2] + (greyColour[2] - colour[2]) * grey) * shade;
    s.open = (0.30f + 0.70f * strands.depth()[strand]) * (0.55f + 0.45f * Math.min(1, t * 2));
  }

  private static void tangent(Surfel s, float x, float y, float z) {
    float scale = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-9f);
    s.tx = x * scale;
    s.ty = y * scale;
    s.tz = z * scale;
  }

  /** The bulk's normal: away from the head's middle, with the part along the strand taken out. */
  private void outward(Surfel s) {
    float x = s.x - middle[0];
    float y = s.y - middle[1];
    float z = s.z - middle[2];
    float scale = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-9f);
    s.nx = x * scale;
    s.ny = y * scale;
    s.nz = z * scale;
  }
}
