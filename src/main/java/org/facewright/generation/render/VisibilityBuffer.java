package org.facewright.generation.render;

import java.util.Arrays;

/**
 * What is nearest at each sample: an item's number, where in the item, and how near. Filled first,
 * shaded once afterwards (a deferred rasteriser). One per picture, used by one thread.
 */
final class VisibilityBuffer {
  static final int NOTHING = -1;

  final int width;
  final int height;
  final int[] item;
  final float[] near;

  /** Barycentric weight of the second and third corner; along and across for a stroke. */
  final float[] second;

  final float[] third;

  VisibilityBuffer(int width, int height) {
    this.width = width;
    this.height = height;
    item = new int[width * height];
    near = new float[width * height];
    second = new float[width * height];
    third = new float[width * height];
    Arrays.fill(item, NOTHING);
  }

  /**
   * Draws a triangle of projected vertices.
   *
   * @param p picture positions, x, y, nearness
   * @param bothSides whether to draw it seen from behind
   */
  void triangle(int id, float[] p, int ia, int ib, int ic, boolean bothSides) {
    float ax = p[ia * 3];
    float ay = p[ia * 3 + 1];
    float bx = p[ib * 3];
    float by = p[ib * 3 + 1];
    float cx = p[ic * 3];
    float cy = p[ic * 3 + 1];
    float area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area == 0 || (area > 0 && !bothSides)) {
      return;
    }
    int x0 = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f));
    int x1 = Math.min(width - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx)) - 0.5f));
    int y0 = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f));
    int y1 = Math.min(height - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy)) - 0.5f));
    if (x0 > x1 || y0 > y1) {
      return;
    }
    float inverse = 1 / area;
    float bdx = (cy - ay) * inverse;
    float bdy = -(cx - ax) * inverse;
    float cdx = -(by - ay) * inverse;
    float cdy = (bx - ax) * inverse;
    float na = p[ia * 3 + 2];
    float nb = p[ib * 3 + 2] - na;
    float nc = p[ic * 3 + 2] - na;
    for (int y = y0; y <= y1; y++) {
      float ox = x0 + 0.5f - ax;
      float oy = y + 0.5f - ay;
      float wb = ox * bdx + oy * bdy;
      float wc = ox * cdx + oy * cdy;
      for (int x = x0, at = y * width + x0; x <= x1; x++, at++) {
        if (wb >= 0 && wc >= 0 && wb + wc <= 1) {
          put(at, id, na + wb * nb + wc * nc, wb, wc);
        }
        wb += bdx;
        wc += cdx;
      }
    }
  }

  /**
   * Draws a stroke between two projected points: a strand's segment, facing the camera.
   *
   * <p>A stroke thinner than a sample covers samples by chance, in proportion (stochastic
   * transparency), so that fine hair stays fine.
   *
   * @param half half the width in samples
   */
  void stroke(int id, float ax, float ay, float an, float bx, float by, float bn, float half) {
    float dx = bx - ax;
    float dy = by - ay;
    float length2 = dx * dx + dy * dy;
    boolean steep = Math.abs(dy) > Math.abs(dx);
    float wide = Math.max(0.5f, half);
    int chance = half >= 0.5f ? 256 : (int) (half * 512);
    float reach =
        wide
            * (length2 > 1e-6f
                ? (float) Math.sqrt(length2) / Math.max(Math.abs(dx), Math.abs(dy))
                : 1);
    float from = steep ? Math.min(ay, by) : Math.min(ax, bx);
    float to = steep ? Math.max(ay, by) : Math.max(ax, bx);
    int first = Math.max(0, Math.round(from - 0.5f));
    int last = Math.min((steep ? height : width) - 1, Math.round(to - 0.5f));
    float major = steep ? dy : dx;
    for (int i = first; i <= last; i++) {
      float t = Math.abs(major) < 1e-3f ? 0 : (i + 0.5f - (steep ? ay : ax)) / major;
      t = Math.clamp(t, 0, 1);
      float centre = steep ? ax + t * dx : ay + t * dy;
      int lo = Math.max(0, Math.round(centre - reach));
      int hi = Math.min((steep ? width : height) - 1, Math.round(centre + reach) - 1);
      for (int k = lo; k <= hi; k++) {
        float across = (k + 0.5f - centre) / reach;
        int at = steep ? i * width + k : k * width + i;
        if (chance < 256 && ((id * 0x9e3779b1 ^ at * 0x85ebca6b) >>> 16 & 0xff) >= chance) {
          continue;
        }
        put(at, id, an + t * (bn - an), t, across);
      }
    }
  }

  private void put(int at, int id, float n, float s, float t) {
    if (n > near[at]) {
      near[at] = n;
      item[at] = id;
      second[at] = s;
      third[at] = t;
    }
  }
}
