package org.facewright.generation.render;

/**
 * Depth as seen from a distant light, and how much of the light reaches a point: percentage-closer
 * filtering over a disc (Reeves, Salesin, Cook 1987). One per picture.
 */
final class ShadowMap {
  private static final int SIZE = 224;

  /** Half the side of the square that is covered, in cm about the pivot. */
  private static final float REACH = 17;

  private static final float SAMPLES_PER_CM = SIZE / (2 * REACH);
  private static final int TAPS = 8;

  private final float[] depth = new float[SIZE * SIZE];
  private final float[] right;
  private final float[] up;
  private final float[] toLight;

  /**
   * @param toLight unit direction in camera space
   */
  ShadowMap(float[] toLight) {
    this.toLight = toLight;
    float[] aside = Math.abs(toLight[1]) < 0.9f ? new float[] {0, 1, 0} : new float[] {1, 0, 0};
    right = unit(cross(aside, toLight));
    up = cross(toLight, right);
    java.util.Arrays.fill(depth, -1e9f);
  }

  /** Camera space to light space: x, y in map samples, z towards the light in cm. */
  float[] project(float[] camera) {
    float[] out = new float[camera.length];
    for (int i = 0; i < camera.length; i += 3) {
      float x = camera[i];
      float y = camera[i + 1];
      float z = camera[i + 2];
      out[i] = (x * right[0] + y * right[1] + z * right[2] + REACH) * SAMPLES_PER_CM;
      out[i + 1] = (x * up[0] + y * up[1] + z * up[2] + REACH) * SAMPLES_PER_CM;
      out[i + 2] = x * toLight[0] + y * toLight[1] + z * toLight[2];
    }
    return out;
  }

  void triangle(float[] p, int ia, int ib, int ic) {
    float ax = p[ia * 3];
    float ay = p[ia * 3 + 1];
    float bx = p[ib * 3];
    float by = p[ib * 3 + 1];
    float cx = p[ic * 3];
    float cy = p[ic * 3 + 1];
    int x0 = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f));
    int x1 = Math.min(SIZE - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx)) - 0.5f));
    int y0 = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f));
    int y1 = Math.min(SIZE - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy)) - 0.5f));
    float area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (x0 > x1 || y0 > y1 || area == 0) {
      return;
    }
    float inverse = 1 / area;
    float za = p[ia * 3 + 2];
    float zb = p[ib * 3 + 2] - za;
    float zc = p[ic * 3 + 2] - za;
    for (int y = y0; y <= y1; y++) {
      for (int x = x0; x <= x1; x++) {
        float ox = x + 0.5f - ax;
        float oy = y + 0.5f - ay;
        float wb = (ox * (cy - ay) - oy * (cx - ax)) * inverse;
        float wc = (oy * (bx - ax) - ox * (by - ay)) * inverse;
        if (wb >= 0 && wc >= 0 && wb + wc <= 1) {
          put(y * SIZE + x, za + wb * zb + wc * zc);
        }
      }
    }
  }

  /** A strand's segment, one sample wide. */
  void line(float ax, float ay, float az, float bx, float by, float bz) {
    int steps = 1 + (int) Math.max(Math.abs(bx - ax), Math.abs(by - ay));
    for (int i = 0; i <= steps; i++) {
      float t = (float) i / steps;
      int x = (int) (ax + t * (bx - ax));
      int y = (int) (ay + t * (by - ay));
      if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
        put(y * SIZE + x, az + t * (bz - az));
      }
    }
  }

  private void put(int at, float z) {
    if (z > depth[at]) {
      depth[at] = z;
    }
  }

  /**
   * How much light reaches a point, 0..1.
   *
   * @param radius of the penumbra in cm
   * @param bias how far towards the light to start, in cm
   * @param turn 0..1, rotates the filter's disc so that neighbours differ
   */
  float lit(float x, float y, float z, float radius, float bias, float turn) {
    float u = (x * right[0] + y * right[1] + z * right[2] + REACH) * SAMPLES_PER_CM;
    float v = (x * up[0] + y * up[1] + z * up[2] + REACH) * SAMPLES_PER_CM;
    float d = x * toLight[0] + y * toLight[1] + z * toLight[2] + bias;
    float lit = 0;
    float angle = turn * 6.2832f;
    float cos = (float) Math.cos(angle);
    float sin = (float) Math.sin(angle);
    for (int i = 0; i < TAPS; i++) {
      float r = radius * SAMPLES_PER_CM * DISC[i * 3 + 2];
      int px = (int) (u + r * (DISC[i * 3] * cos - DISC[i * 3 + 1] * sin));
      int py = (int) (v + r * (DISC[i * 3] * sin + DISC[i * 3 + 1] * cos));
      boolean outside = px < 0 || py < 0 || px >= SIZE || py >= SIZE;
      float over = outside ? -1 : depth[py * SIZE + px] - d;
      lit += over <= 0 ? 1 : Math.max(0, 1 - over * 2.5f);
    }
    return lit / TAPS;
  }

  /** A sunflower disc: cosine, sine and radius of each tap. */
  private static final float[] DISC = disc();

  private static float[] disc() {
    float[] disc = new float[TAPS * 3];
    for (int i = 0; i < TAPS; i++) {
      double angle = i * 2.399963;
      disc[i * 3] = (float) Math.cos(angle);
      disc[i * 3 + 1] = (float) Math.sin(angle);
      disc[i * 3 + 2] = (float) Math.sqrt((i + 0.5) / TAPS);
    }
    return disc;
  }

  private static float[] cross(float[] a, float[] b) {
    return new float[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static float[] unit(float[] v) {
    float n = 1 / (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return new float[] {v[0] * n, v[1] * n, v[2] * n};
  }
}
