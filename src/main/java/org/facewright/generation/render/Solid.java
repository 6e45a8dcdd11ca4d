package org.facewright.generation.render;

/**
 * A solid thing in head space: a triangle mesh with a colour a vertex and one finish. Immutable.
 *
 * @param points vertices x 3
 * @param triangles vertex numbers
 * @param rgb linear colours, 3 a vertex
 * @param roughness of the whole
 * @param specular of the whole
 * @param soft of the whole, as {@link Surfel#soft}
 */
@SuppressWarnings("ArrayRecordComponent")
record Solid(
    float[] points, int[] triangles, float[] rgb, float roughness, float specular, float soft) {

  /** A point of a surface by its two coordinates, 0..1 each. */
  interface Surface {
    /**
     * @param out x, y, z, then a factor for the colour
     */
    void at(float u, float v, float[] out);
  }

  /** A bent sheet of {@code columns} x {@code rows} quads. */
  static Solid sheet(int columns, int rows, float[] colour, float[] finish, Surface surface) {
    int wide = columns + 1;
    float[] points = new float[wide * (rows + 1) * 3];
    float[] rgb = new float[points.length];
    float[] p = new float[4];
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        p[3] = 1;
        surface.at((float) c / columns, (float) r / rows, p);
        for (int k = 0; k < 3; k++) {
          points[(r * wide + c) * 3 + k] = p[k];
          rgb[(r * wide + c) * 3 + k] = colour[k] * p[3];
        }
      }
    }
    int[] triangles = new int[columns * rows * 6];
    int at = 0;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int corner = r * wide + c;
        int[] quad = {
          corner, corner + wide, corner + 1, corner + 1, corner + wide, corner + wide + 1
        };
        System.arraycopy(quad, 0, triangles, at, 6);
        at += 6;
      }
    }
    return new Solid(points, triangles, rgb, finish[0], finish[1], finish[2]);
  }

  /** A tube along points. */
  static Solid tube(float[] path, float[] radii, boolean closed, float[] colour, float[] finish) {
    int n = path.length / 3;
    return sheet(
        8,
        closed ? n : n - 1,
        colour,
        finish,
        (u, v, out) -> {
          int i = Math.round(v * (closed ? n : n - 1)) % n;
          int before = closed ? (i + n - 1) % n : Math.max(0, i - 1);
          int after = closed ? (i + 1) % n : Math.min(n - 1, i + 1);
          float tx = path[after * 3] - path[before * 3];
          float ty = path[after * 3 + 1] - path[before * 3 + 1];
          float tz = path[after * 3 + 2] - path[before * 3 + 2];
          ring(path, i, tx, ty, tz, radii[i], u, out);
        });
  }

  private static void ring(
      float[] path, int i, float tx, float ty, float tz, float radius, float u, float[] out) {
    boolean forward = Math.abs(tz) > Math.abs(tx) + Math.abs(ty);
    float ax = forward ? 1 : 0;
    float az = forward ? 0 : 1;
    float bx = ty * az;
    float by = tz * ax - tx * az;
    float bz = -ty * ax;
    float bn = 1 / (float) Math.sqrt(bx * bx + by * by + bz * bz + 1e-9f);
    float angle = u * 6.28318f;
    float cos = (float) Math.cos(angle) * radius;
    float sin = (float) Math.sin(angle) * radius * bn;
    out[0] = path[i * 3] + cos * ax + sin * bx;
    out[1] = path[i * 3 + 1] + sin * by;
    out[2] = path[i * 3 + 2] + cos * az + sin * bz;
  }

  /** An ellipsoid about a point, longest along {@code (ux, uy)} in the x-y plane. */
  static Solid blob(
      float[] centre,
      float ux,
      float uy,
      float[] half,
      float square,
      float[] colour,
      float[] finish) {
    return sheet(
        20,
        14,
        colour,
        finish,
        (u, v, out) -> {
          float lon = u * 6.28318f;
          float lat = (v - 0.5f) * 3.14159f;
          float a = half[0] * bent(Math.cos(lat), square) * bent(Math.cos(lon), square);
          float c = half[2] * bent(Math.cos(lat), square) * bent(Math.sin(lon), square);
          float b = half[1] * bent(Math.sin(lat), square);
          out[0] = centre[0] + a * uy + b * ux;
          out[1] = centre[1] - a * ux + b * uy;
          out[2] = centre[2] + c;
        });
  }

  private static float bent(double x, float power) {
    return (float) (Math.signum(x) * Math.pow(Math.abs(x), power));
  }
}
