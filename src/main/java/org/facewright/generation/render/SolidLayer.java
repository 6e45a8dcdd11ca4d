package org.facewright.generation.render;

/** A solid seen from the camera, drawn from both sides. */
final class SolidLayer implements Layer {
  private final Solid solid;
  private final float[] camera;
  private final float[] normals;

  SolidLayer(Solid solid, View view) {
    this.solid = solid;
    camera = view.toCamera(solid.points());
    normals = Geometry.normals(camera, solid.triangles(), camera.length / 3);
  }

  @Override
  public int items() {
    return solid.triangles().length / 3;
  }

  @Override
  public void cast(ShadowMap shadow) {
    float[] p = shadow.project(camera);
    int[] t = solid.triangles();
    for (int i = 0; i < t.length; i += 3) {
      shadow.triangle(p, t[i], t[i + 1], t[i + 2]);
    }
  }

  @Override
  public void draw(VisibilityBuffer buffer, View view, int first) {
    float[] p = view.toPicture(camera);
    int[] t = solid.triangles();
    for (int i = 0; i < t.length; i += 3) {
      buffer.triangle(first + i / 3, p, t[i], t[i + 1], t[i + 2], true);
    }
  }

  @Override
  public void describe(int item, float second, float third, Surfel s) {
    int a = solid.triangles()[item * 3] * 3;
    int b = solid.triangles()[item * 3 + 1] * 3;
    int c = solid.triangles()[item * 3 + 2] * 3;
    float first = 1 - second - third;
    s.x = first * camera[a] + second * camera[b] + third * camera[c];
    s.y = first * camera[a + 1] + second * camera[b + 1] + third * camera[c + 1];
    s.z = first * camera[a + 2] + second * camera[b + 2] + third * camera[c + 2];
    float nx = first * normals[a] + second * normals[b] + third * normals[c];
    float ny = first * normals[a + 1] + second * normals[b + 1] + third * normals[c + 1];
    float nz = first * normals[a + 2] + second * normals[b + 2] + third * normals[c + 2];
    float scale = (nz < 0 ? -1 : 1) / (float) Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-9f);
    s.nx = nx * scale;
    s.ny = ny * scale;
    s.nz = nz * scale;
    float[] rgb = solid.rgb();
    s.matter(solid.roughness(), solid.specular(), solid.soft());
    s.red = first * rgb[a] + second * rgb[b] + third * rgb[c];
    s.green = first * rgb[a + 1] + second * rgb[b + 1] + third * rgb[c + 1];
    s.blue = first * rgb[a + 2] + second * rgb[b + 2] + third * rgb[c + 2];
    s.open = 0.85f;
  }
}
