package org.facewright.generation.render;

/**
 * The atlas while it is painted: colour, gloss and height as separate planes, and brushes.
 * Coordinates are texels. One per identity, painted by one thread at a time.
 */
final class Canvas {
  final int size;
  final float[] red;
  final float[] green;
  final float[] blue;
  final float[] gloss;

  /** In units of which 1 is a deep pore. */
  final float[] height;

  Canvas(int size) {
    this.size = size;
    red = new float[size * size];
    green = new float[size * size];
    blue = new float[size * size];
    gloss = new float[size * size];
    height = new float[size * size];
  }

  /** Mixes a colour over what is there. */
  void tint(int at, float[] colour, float amount) {
    red[at] += (colour[0] - red[at]) * amount;
    green[at] += (colour[1] - green[at]) * amount;
    blue[at] += (colour[2] - blue[at]) * amount;
  }

  /** Multiplies what is there, as a thin layer of pigment does. */
  void stain(int at, float r, float g, float b) {
    red[at] *= r;
    green[at] *= g;
    blue[at] *= b;
  }

  /** What a brush does where it touches. */
  interface Brush {
    /**
     * @param at texel
     * @param cover 0..1
     */
    void touch(int at, float cover);
  }

  /** A straight stroke with soft edges. */
  void stroke(float ax, float ay, float bx, float by, float half, Brush brush) {
    float soft = half + 0.75f;
    int x0 = Math.max(0, (int) (Math.min(ax, bx) - soft));
    int x1 = Math.min(size - 1, (int) (Math.max(ax, bx) + soft) + 1);
    int y0 = Math.max(0, (int) (Math.min(ay, by) - soft));
    int y1 = Math.min(size - 1, (int) (Math.max(ay, by) + soft) + 1);
    float dx = bx - ax;
    float dy = by - ay;
    float inverse = 1 / (dx * dx + dy * dy + 1e-6f);
    for (int y = y0; y <= y1; y++) {
      for (int x = x0; x <= x1; x++) {
        float px = x + 0.5f - ax;
        float py = y + 0.5f - ay;
        float t = Math.clamp((px * dx + py * dy) * inverse, 0, 1);
        float ex = px - t * dx;
        float ey = py - t * dy;
        float d2 = ex * ex + ey * ey;
        if (d2 < soft * soft) {
          float fade = half < 1 ? 1.5f : soft;
          float cover = Smooth.step(0, 1, Math.min(1, (soft - (float) Math.sqrt(d2)) / fade));
          brush.touch(y * size + x, cover * Math.min(1, half * 2));
        }
      }
    }
  }

  /** A round spot that fades like a Gaussian. */
  void spot(float cx, float cy, float radius, Brush brush) {
    int reach = (int) (radius * 2.5f) + 1;
    for (int y = Math.max(0, (int) cy - reach); y <= Math.min(size - 1, (int) cy + reach); y++) {
      for (int x = Math.max(0, (int) cx - reach); x <= Math.min(size - 1, (int) cx + reach); x++) {
        float dx = x + 0.5f - cx;
        float dy = y + 0.5f - cy;
        brush.touch(
            y * size + x, (float) Math.exp(-0.5f * (dx * dx + dy * dy) / (radius * radius)));
      }
    }
  }

  /** The finished texture, heights turned into slopes. */
  Texture finish(float relief) {
    float[] data = new float[size * size * Texture.CHANNELS];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int at = y * size + x;
        int out = at * Texture.CHANNELS;
        data[out] = red[at];
        data[out + 1] = green[at];
        data[out + 2] = blue[at];
        data[out + 3] = gloss[at];
        data[out + 4] =
            relief
                * (height[Math.min(size - 1, x + 1) + y * size]
                    - height[Math.max(0, x - 1) + y * size]);
        data[out + 5] =
            relief
                * (height[x + Math.min(size - 1, y + 1) * size]
                    - height[x + Math.max(0, y - 1) * size]);
      }
    }
    return new Texture(size, data);
  }
}
