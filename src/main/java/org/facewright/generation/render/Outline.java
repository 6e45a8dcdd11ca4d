package org.facewright.generation.render;

/** A closed curve on the atlas's plane (cm across at the front, cm up), and distances to it. */
final class Outline {
  private final float[] xy;

  /**
   * @param corners x, y of each corner, in order
   * @param smooth steps between corners, on a Catmull-Rom curve
   */
  Outline(float[] corners, int smooth) {
    int n = corners.length / 2;
    xy = new float[n * smooth * 2];
    for (int i = 0; i < n; i++) {
      for (int s = 0; s < smooth; s++) {
        for (int k = 0; k < 2; k++) {
          xy[(i * smooth + s) * 2 + k] =
              between(
                  corners[(i + n - 1) % n * 2 + k],
                  corners[i * 2 + k],
                  corners[(i + 1) % n * 2 + k],
                  corners[(i + 2) % n * 2 + k],
                  (float) s / smooth);
        }
      }
    }
  }

  private static float between(float a, float b, float c, float d, float t) {
    return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  /** Distance to the curve in cm, positive inside. */
  float inside(float x, float y) {
    float best = Float.MAX_VALUE;
    boolean in = false;
    int n = xy.length;
    for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
      float ax = xy[j];
      float ay = xy[j + 1];
      float dx = xy[i] - ax;
      float dy = xy[i + 1] - ay;
      float px = x - ax;
      float py = y - ay;
      float t = Math.clamp((px * dx + py * dy) / (dx * dx + dy * dy + 1e-12f), 0, 1);
      float ex = px - t * dx;
      float ey = py - t * dy;
      best = Math.min(best, ex * ex + ey * ey);
      if ((ay > y) != (xy[i + 1] > y) && x < ax + dx * (y - ay) / dy) {
        in = !in;
      }
    }
    float distance = (float) Math.sqrt(best);
    return in ? distance : -distance;
  }
}
