package org.facewright.generation.render;

/**
 * How far the skull reaches in each direction from its middle: what hair and hats lie on. Ears are
 * left out, so that hair passes over them. Immutable.
 */
final class HeadField {
  static final float CENTRE_Y = 4;
  static final float CENTRE_Z = 0.5f;
  private static final int COLUMNS = 72;
  private static final int ROWS = 36;

  private final float[] radius = new float[COLUMNS * ROWS];

  /**
   * @param head a person's neutral positions
   */
  HeadField(Anatomy anatomy, float[] head) {
    float[] neutral = anatomy.kit.neutral();
    for (int t = 0; t < anatomy.outside.length; t++) {
      int v = anatomy.outside[t];
      if (anatomy.materials[t / 3].isSkin() && !ear(neutral, v)) {
        float x = head[v * 3];
        float y = head[v * 3 + 1] - CENTRE_Y;
        float z = head[v * 3 + 2] - CENTRE_Z;
        int cell = cell(x, y, z);
        radius[cell] = Math.max(radius[cell], (float) Math.sqrt(x * x + y * y + z * z));
      }
    }
    close();
    smooth();
    smooth();
  }

  private static boolean ear(float[] p, int v) {
    return Math.abs(p[v * 3]) > 6.9f
        && p[v * 3 + 2] < 4.4f
        && p[v * 3 + 1] > -3
        && p[v * 3 + 1] < 6;
  }

  private static int cell(float x, float y, float z) {
    int column = Math.floorMod((int) Math.floor(column(x, z)), COLUMNS);
    return Math.clamp((int) row(x, y, z), 0, ROWS - 1) * COLUMNS + column;
  }

  private static float column(float x, float z) {
    return (float) (Math.atan2(x, z) / (2 * Math.PI) + 0.5) * COLUMNS;
  }

  private static float row(float x, float y, float z) {
    return (float) (0.5 - Math.atan2(y, Math.sqrt(x * x + z * z)) / Math.PI) * ROWS;
  }

  private void close() {
    boolean open = true;
    while (open) {
      open = false;
      float[] before = radius.clone();
      for (int i = 0; i < radius.length; i++) {
        if (before[i] == 0) {
          radius[i] = around(before, i, false);
          open |= radius[i] == 0;
        }
      }
    }
  }

  private void smooth() {
    float[] before = radius.clone();
    for (int i = 0; i < radius.length; i++) {
      radius[i] = around(before, i, true);
    }
  }

  private static float around(float[] from, int cell, boolean self) {
    int row = cell / COLUMNS;
    int column = cell % COLUMNS;
    float sum = self ? 2 * from[cell] : 0;
    int count = self ? 2 : 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int y = Math.clamp(row + dy, 0, ROWS - 1);
        float r = from[y * COLUMNS + Math.floorMod(column + dx, COLUMNS)];
        if (r > 0 && (dx != 0 || dy != 0)) {
          sum += r;
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Distance from the middle to the skin towards a point given relative to the middle. */
  float reach(float x, float y, float z) {
    float c = column(x, z) - 0.5f;
    float r = Math.clamp(row(x, y, z) - 0.5f, 0, ROWS - 1.001f);
    int c0 = (int) Math.floor(c);
    int r0 = (int) r;
    float fc = c - c0;
    float fr = r - r0;
    int left = Math.floorMod(c0, COLUMNS);
    int right = Math.floorMod(c0 + 1, COLUMNS);
    float top = Smooth.mix(radius[r0 * COLUMNS + left], radius[r0 * COLUMNS + right], fc);
    float low =
        Smooth.mix(radius[(r0 + 1) * COLUMNS + left], radius[(r0 + 1) * COLUMNS + right], fc);
    return Smooth.mix(top, low, fr);
  }
}
