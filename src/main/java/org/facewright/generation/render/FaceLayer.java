package org.facewright.generation.render;

/** Skin, eyeballs and the inside of the mouth, posed for one shot. */
final class FaceLayer implements Layer {
  private final Anatomy anatomy;
  private final Texture skin;
  private final EyeShader eyes;
  private final int[] triangles;
  private final float[] camera;
  private final float[] normals;
  private final View view;
  private final float open;
  private final float relief;

  /**
   * @param head posed positions, head space
   * @param mouthOpen 0 closed: teeth and tongue cannot be seen
   */
  FaceLayer(Anatomy anatomy, Head person, float[] head, View view, float mouthOpen) {
    this.anatomy = anatomy;
    this.view = view;
    skin = person.skin();
    open = mouthOpen;
    triangles = mouthOpen > 0 ? join(anatomy.outside, anatomy.mouth) : anatomy.outside;
    camera = view.toCamera(head);
    normals = Geometry.normals(camera, triangles, anatomy.kit.vertices());
    eyes = new EyeShader(anatomy, person.identity(), head);
    relief = 0.35f;
  }

  private static int[] join(int[] a, int[] b) {
    int[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  @Override
  public int items() {
    return triangles.length / 3;
  }

  @Override
  public void cast(ShadowMap shadow) {
    float[] p = shadow.project(camera);
    int skinOnly = anatomy.outside.length;
    for (int t = 0; t < skinOnly; t += 3) {
      if (!anatomy.materials[t / 3].isEye()) {
        shadow.triangle(p, triangles[t], triangles[t + 1], triangles[t + 2]);
      }
    }
  }

  @Override
  public void draw(VisibilityBuffer buffer, View picture, int first) {
    float[] p = picture.toPicture(camera);
    for (int t = 0; t < triangles.length; t += 3) {
      buffer.triangle(first + t / 3, p, triangles[t], triangles[t + 1], triangles[t + 2], false);
    }
  }

  @Override
  public void describe(int item, float second, float third, Surfel s) {
    int a = triangles[item * 3];
    int b = triangles[item * 3 + 1];
    int c = triangles[item * 3 + 2];
    float first = 1 - second - third;
    s.x = at(camera, a, b, c, 0, first, second, third);
    s.y = at(camera, a, b, c, 1, first, second, third);
    s.z = at(camera, a, b, c, 2, first, second, third);
    float nx = at(normals, a, b, c, 0, first, second, third);
    float ny = at(normals, a, b, c, 1, first, second, third);
    float nz = at(normals, a, b, c, 2, first, second, third);
    s.open = first * anatomy.open[a] + second * anatomy.open[b] + third * anatomy.open[c];
    Material material = anatomy.materials[item];
    if (material.isSkin()) {
      skin(s, a, b, c, first, second, third, nx, ny, nz);
      return;
    }
    normal(s, nx, ny, nz);
    float[] neutral = anatomy.kit.neutral();
    float x = at(neutral, a, b, c, 0, first, second, third);
    float y = at(neutral, a, b, c, 1, first, second, third);
    float z = at(neutral, a, b, c, 2, first, second, third);
    if (material.isEye()) {
      eyes.describe(s, material == Material.SCLERA_LEFT, x, y, z, a, b, c, first, second, third);
    } else {
      inside(s, material, y, z);
    }
  }

  private void skin(
      Surfel s, int a, int b, int c, float wa, float wb, float wc, float nx, float ny, float nz) {
    float[] uv = anatomy.uv;
    float u = wa * uv[a * 2] + wb * uv[b * 2] + wc * uv[c * 2];
    float v = wa * uv[a * 2 + 1] + wb * uv[b * 2 + 1] + wc * uv[c * 2 + 1];
    float[] texel = s.texel;
    skin.sample(u, v, texel);
    s.matter(0.68f - 0.36f * texel[3], 0.018f + 0.028f * texel[3], 1);
    s.red = texel[0];
    s.green = texel[1];
    s.blue = texel[2];
    float angle = (u - 0.5f) * 2 * Atlas.EDGE;
    float cos = (float) Math.cos(angle);
    float sin = (float) Math.sin(angle);
    float du = texel[4] * relief;
    float dv = -texel[5] * relief;
    normal(
        s,
        nx - du * view.turn(0, cos, 0, -sin) - dv * view.turn(0, 0, 1, 0),
        ny - du * view.turn(1, cos, 0, -sin) - dv * view.turn(1, 0, 1, 0),
        nz - du * view.turn(2, cos, 0, -sin) - dv * view.turn(2, 0, 1, 0));
  }

  /** Teeth and gums: darker the deeper they lie. */
  private void inside(Surfel s, Material material, float y, float z) {
    float depth = Smooth.step(5.5f, 10.6f, z) * (0.25f + 0.75f * Math.min(1, open * 1.6f));
    s.open = 0.05f + 0.75f * depth;
    if (material == Material.TEETH) {
      boolean gum = Math.abs(y + 3.25f) > 1.75f;
      s.matter(0.3f, 0.04f, 0.6f);
      s.colour(gum ? GUM : TOOTH, 0.25f + 0.75f * depth);
    } else {
      s.matter(0.35f, 0.035f, 1);
      s.colour(GUM, 0.25f + 0.7f * depth);
    }
  }

  private static final float[] TOOTH = Colour.srgb(226, 216, 198);
  private static final float[] GUM = Colour.srgb(150, 70, 66);

  private static float at(float[] p, int a, int b, int c, int k, float wa, float wb, float wc) {
    return wa * p[a * 3 + k] + wb * p[b * 3 + k] + wc * p[c * 3 + k];
  }

  private static void normal(Surfel s, float x, float y, float z) {
    float scale = 1 / (float) Math.sqrt(x * x + y * y + z * z + 1e-12f);
    s.nx = x * scale;
    s.ny = y * scale;
    s.nz = z * scale;
  }
}
