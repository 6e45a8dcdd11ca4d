package org.facewright.generation.render;

/**
 * The plane that skin is painted on: a cylinder about the head's axis, rolled out. Across runs the
 * angle from straight ahead, down the height. Texels know which point of the neutral head they are.
 * Immutable once made.
 */
final class Atlas {
  /**
   * Angle at the left and right edge, in radians; what lies further back is painted as the edge.
   */
  static final float EDGE = 2.0f;

  static final float TOP = 14.7f;
  static final float BOTTOM = -15f;

  /** Height over width of what a texel covers on the front of the face. */
  private static final float RADIUS = 10f;

  final int size;
  final float[] xyz;

  Atlas(FaceKit kit, int[] skinTriangles, int size) {
    this.size = size;
    xyz = new float[size * size * 3];
    float[] radius = new float[size * size];
    float[] uv = coordinates(kit.neutral());
    for (int t = 0; t < skinTriangles.length; t += 3) {
      fill(kit.neutral(), uv, radius, skinTriangles[t], skinTriangles[t + 1], skinTriangles[t + 2]);
    }
    AtlasHoles.fill(xyz, radius, size);
  }

  /** Texture coordinates 0..1 of positions: u, v each. */
  static float[] coordinates(float[] positions) {
    float[] uv = new float[positions.length / 3 * 2];
    for (int v = 0; v < uv.length / 2; v++) {
      uv[v * 2] = u(positions[v * 3], positions[v * 3 + 2]);
      uv[v * 2 + 1] = v(positions[v * 3 + 1]);
    }
    return uv;
  }

  static float u(float x, float z) {
    float angle = (float) Math.atan2(x, z - 0.5f);
    return Math.clamp(0.5f + angle / (2 * EDGE), 0, 1);
  }

  static float v(float y) {
    return Math.clamp((TOP - y) / (TOP - BOTTOM), 0, 1);
  }

  /** Texels per cm along the height; across it is about the same on the front of the face. */
  float texelsPerCm() {
    return size / (TOP - BOTTOM);
  }

  /** Texel columns per cm across, on the front of the face. */
  float columnsPerCm() {
    return size / (2 * EDGE * RADIUS);
  }

  /** Degrees from straight ahead of a column, negative to the subject's right. */
  float degrees(int column) {
    return (float) Math.toDegrees(((column + 0.5f) / size - 0.5f) * 2 * EDGE);
  }

  float height(int row) {
    return TOP - (row + 0.5f) / size * (TOP - BOTTOM);
  }

  private void fill(float[] p, float[] uv, float[] radius, int a, int b, int c) {
    float ax = uv[a * 2] * size;
    float ay = uv[a * 2 + 1] * size;
    float bx = uv[b * 2] * size - ax;
    float by = uv[b * 2 + 1] * size - ay;
    float cx = uv[c * 2] * size - ax;
    float cy = uv[c * 2 + 1] * size - ay;
    float area = bx * cy - by * cx;
    if (Math.abs(area) < 1e-9f || Math.max(Math.abs(bx), Math.abs(cx)) > size / 2f) {
      return;
    }
    int x0 = Math.max(0, (int) Math.ceil(ax + Math.min(0, Math.min(bx, cx)) - 0.5f));
    int x1 = Math.min(size - 1, (int) Math.floor(ax + Math.max(0, Math.max(bx, cx)) - 0.5f));
    int y0 = Math.max(0, (int) Math.ceil(ay + Math.min(0, Math.min(by, cy)) - 0.5f));
    int y1 = Math.min(size - 1, (int) Math.floor(ay + Math.max(0, Math.max(by, cy)) - 0.5f));
    for (int y = y0; y <= y1; y++) {
      for (int x = x0; x <= x1; x++) {
        float ox = x + 0.5f - ax;
        float oy = y + 0.5f - ay;
        float wb = (ox * cy - oy * cx) / area;
        float wc = (bx * oy - by * ox) / area;
        if (wb >= -1e-4f && wc >= -1e-4f && wb + wc <= 1.0001f) {
          keepOutermost(p, radius, y * size + x, a, b, c, wb, wc);
        }
      }
    }
  }

  private void keepOutermost(
      float[] p, float[] radius, int at, int a, int b, int c, float wb, float wc) {
    float wa = 1 - wb - wc;
    float x = wa * p[a * 3] + wb * p[b * 3] + wc * p[c * 3];
    float y = wa * p[a * 3 + 1] + wb * p[b * 3 + 1] + wc * p[c * 3 + 1];
    float z = wa * p[a * 3 + 2] + wb * p[b * 3 + 2] + wc * p[c * 3 + 2];
    float r = x * x + (z - 0.5f) * (z - 0.5f);
    if (r > radius[at]) {
      radius[at] = r;
      xyz[at * 3] = x;
      xyz[at * 3 + 1] = y;
      xyz[at * 3 + 2] = z;
    }
  }
}
