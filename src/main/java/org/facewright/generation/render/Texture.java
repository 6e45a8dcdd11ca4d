package org.facewright.generation.render;

/**
 * Painted skin: linear colour, gloss, and the slope of fine relief, {@link #CHANNELS} floats a
 * texel. Sampled bilinearly. Immutable once painted.
 */
@SuppressWarnings("ArrayRecordComponent")
record Texture(int size, float[] data) {
  /** Red, green, blue, gloss (0 dull to 1 wet), slope across, slope down. */
  static final int CHANNELS = 6;

  void sample(float u, float v, float[] out) {
    float x = Math.clamp(u * size - 0.5f, 0, size - 1.001f);
    float y = Math.clamp(v * size - 0.5f, 0, size - 1.001f);
    int ix = (int) x;
    int iy = (int) y;
    float fx = x - ix;
    float fy = y - iy;
    float w00 = (1 - fx) * (1 - fy);
    float w10 = fx * (1 - fy);
    float w01 = (1 - fx) * fy;
    float w11 = fx * fy;
    int at = (iy * size + ix) * CHANNELS;
    int below = at + size * CHANNELS;
    for (int c = 0; c < CHANNELS; c++) {
      out[c] =
          w00 * data[at + c]
              + w10 * data[at + CHANNELS + c]
              + w01 * data[below + c]
              + w11 * data[below + CHANNELS + c];
    }
  }
}
