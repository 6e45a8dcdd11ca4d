package org.facewright.generation.render;

/** A Gaussian blur of a square picture of three interleaved channels. */
final class Blur {
  private Blur() {}

  /**
   * @param sigma in pixels; nothing happens below 0.05
   */
  static void gauss(float[] pixels, int size, float sigma) {
    if (sigma < 0.05f) {
      return;
    }
    int reach = Math.max(1, (int) Math.ceil(sigma * 2.5f));
    float[] kernel = new float[reach + 1];
    float sum = 0;
    for (int i = 0; i <= reach; i++) {
      kernel[i] = (float) Math.exp(-0.5 * i * i / (sigma * sigma));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i <= reach; i++) {
      kernel[i] /= sum;
    }
    pass(pixels, size, kernel, 3, size * 3);
    pass(pixels, size, kernel, size * 3, 3);
  }

  private static void pass(float[] pixels, int size, float[] kernel, int step, int other) {
    float[] line = new float[size];
    for (int j = 0; j < size; j++) {
      for (int c = 0; c < 3; c++) {
        int start = j * other + c;
        for (int i = 0; i < size; i++) {
          float sum = kernel[0] * pixels[start + i * step];
          for (int k = 1; k < kernel.length; k++) {
            sum +=
                kernel[k]
                    * (pixels[start + Math.max(0, i - k) * step]
                        + pixels[start + Math.min(size - 1, i + k) * step]);
          }
          line[i] = sum;
        }
        for (int i = 0; i < size; i++) {
          pixels[start + i * step] = line[i];
        }
      }
    }
  }
}
