package org.facewright.generation.render;

/** A painted background: {@code size} x {@code size} linear colours, looked up smoothly. */
@SuppressWarnings("ArrayRecordComponent")
record Backdrop(int size, float[] rgb) {
  /**
   * @param u 0..1 across the picture
   * @param v 0..1 down
   */
  void at(float u, float v, float[] out, int where) {
    float x = Math.clamp(u * size - 0.5f, 0, size - 1.001f);
    float y = Math.clamp(v * size - 0.5f, 0, size - 1.001f);
    int ix = (int) x;
    int iy = (int) y;
    float fx = x - ix;
    float fy = y - iy;
    int at = (iy * size + ix) * 3;
    for (int c = 0; c < 3; c++) {
      float top = Smooth.mix(rgb[at + c], rgb[at + 3 + c], fx);
      float low = Smooth.mix(rgb[at + size * 3 + c], rgb[at + size * 3 + 3 + c], fx);
      out[where + c] = Smooth.mix(top, low, fy);
    }
  }

  float[] mean() {
    float[] mean = new float[3];
    for (int i = 0; i < rgb.length; i++) {
      mean[i % 3] += rgb[i] * 3 / rgb.length;
    }
    return mean;
  }
}
