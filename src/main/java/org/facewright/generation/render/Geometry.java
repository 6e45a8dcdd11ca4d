package org.facewright.generation.render;

/** Sums over triangle meshes: areas, normals. Positions and normals are flat xyz arrays. */
final class Geometry {
  private Geometry() {}

  static float area(float[] p, int a, int b, int c) {
    float ux = p[b * 3] - p[a * 3];
    float uy = p[b * 3 + 1] - p[a * 3 + 1];
    float uz = p[b * 3 + 2] - p[a * 3 + 2];
    float vx = p[c * 3] - p[a * 3];
    float vy = p[c * 3 + 1] - p[a * 3 + 1];
    float vz = p[c * 3 + 2] - p[a * 3 + 2];
    float x = uy * vz - uz * vy;
    float y = uz * vx - ux * vz;
    float z = ux * vy - uy * vx;
    return (float) Math.sqrt(x * x + y * y + z * z) / 2;
  }

  /** Vertex normals, weighted by the areas of the triangles around each vertex; unit length. */
  static float[] normals(float[] p, int[] triangles, int vertices) {
    float[] n = new float[vertices * 3];
    for (int t = 0; t < triangles.length; t += 3) {
      int a = triangles[t] * 3;
      int b = triangles[t + 1] * 3;
      int c = triangles[t + 2] * 3;
      float ux = p[b] - p[a];
      float uy = p[b + 1] - p[a + 1];
      float uz = p[b + 2] - p[a + 2];
      float vx = p[c] - p[a];
      float vy = p[c + 1] - p[a + 1];
      float vz = p[c + 2] - p[a + 2];
      float x = uy * vz - uz * vy;
      float y = uz * vx - ux * vz;
      float z = ux * vy - uy * vx;
      add(n, a, x, y, z);
      add(n, b, x, y, z);
      add(n, c, x, y, z);
    }
    for (int i = 0; i < n.length; i += 3) {
      float length = (float) Math.sqrt(n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2]);
      float scale = length > 0 ? 1 / length : 0;
      n[i] *= scale;
      n[i + 1] *= scale;
      n[i + 2] *= scale;
    }
    return n;
  }

  private static void add(float[] n, int at, float x, float y, float z) {
    n[at] += x;
    n[at + 1] += y;
    n[at + 2] += z;
  }
}
