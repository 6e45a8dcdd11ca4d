package org.facewright.generation.render;

import java.util.stream.IntStream;

/**
 * How open each vertex of the neutral head is to its surroundings, from shadow maps of many lights
 * all round. Computed once a model.
 */
final class AmbientOcclusion {
  private static final int DIRECTIONS = 64;

  private AmbientOcclusion() {}

  /** 0 closed in to 1 open, one value a vertex. */
  static float[] bake(FaceKit kit, int[] triangles) {
    float[] positions = View.of(new Shot.Pose(0, 0, 0), 50).toCamera(kit.neutral());
    float[] normals = Geometry.normals(positions, triangles, kit.vertices());
    float[][] parts =
        IntStream.range(0, DIRECTIONS)
            .parallel()
            .mapToObj(i -> light(positions, normals, triangles, direction(i)))
            .toArray(float[][]::new);
    float[] open = new float[kit.vertices()];
    for (int v = 0; v < open.length; v++) {
      float lit = 0;
      float all = 0;
      for (int i = 0; i < DIRECTIONS; i++) {
        float[] d = direction(i);
        float cos = normals[v * 3] * d[0] + normals[v * 3 + 1] * d[1] + normals[v * 3 + 2] * d[2];
        if (cos > 0) {
          lit += cos * parts[i][v];
          all += cos;
        }
      }
      open[v] = all > 0 ? lit / all : 1;
    }
    return open;
  }

  private static float[] light(float[] p, float[] n, int[] triangles, float[] direction) {
    ShadowMap map = new ShadowMap(direction);
    float[] projected = map.project(p);
    for (int t = 0; t < triangles.length; t += 3) {
      map.triangle(projected, triangles[t], triangles[t + 1], triangles[t + 2]);
    }
    float[] lit = new float[p.length / 3];
    for (int v = 0; v < lit.length; v++) {
      float x = p[v * 3] + n[v * 3] * 0.15f;
      float y = p[v * 3 + 1] + n[v * 3 + 1] * 0.15f;
      float z = p[v * 3 + 2] + n[v * 3 + 2] * 0.15f;
      lit[v] = map.lit(x, y, z, 0.2f, 0.12f, 0);
    }
    return lit;
  }

  /** A Fibonacci sphere. */
  private static float[] direction(int i) {
    double y = 1 - (i + 0.5) * 2 / DIRECTIONS;
    double r = Math.sqrt(1 - y * y);
    double angle = i * 2.399963;
    return new float[] {(float) (r * Math.cos(angle)), (float) y, (float) (r * Math.sin(angle))};
  }
}
