package org.facewright.image;

import java.util.Arrays;

/**
 * How the pixels of one line are mixed from another line's: each new pixel has a first old pixel
 * and a run of weights that sum to 1.
 */
@SuppressWarnings("ArrayRecordComponent") // Tables: compared by nobody.
record Resampling(int from, int[] first, float[][] weights) {

  static Resampling bilinear(int from, int to) {
    int[] first = new int[to];
    float[][] weights = new float[to][];
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      double centre = Math.clamp((i + .5) * scale - .5, 0, from - 1);
      int left = Math.min((int) centre, Math.max(0, from - 2));
      float right = (float) (centre - left);
      first[i] = left;
      weights[i] = from == 1 ? new float[] {1} : new float[] {1 - right, right};
    }
    return new Resampling(from, first, weights);
  }

  static Resampling area(int from, int to) {
    if (to >= from) {
      return bilinear(from, to);
    }
    int[] first = new int[to];
    float[][] weights = new float[to][];
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      double start = i * scale;
      double end = Math.min(from, start + scale);
      first[i] = (int) start;
      weights[i] = new float[(int) Math.ceil(end) - first[i]];
      for (int k = 0; k < weights[i].length; k++) {
        int pixel = first[i] + k;
        weights[i][k] =
            (float) ((Math.min(end, pixel + 1) - Math.max(start, pixel)) / (end - start));
      }
    }
    return new Resampling(from, first, weights);
  }

  /** Applies this one along the rows and the other down the columns. */
  RgbImage thenDown(Resampling columns, RgbImage image) {
    int width = first.length;
    int height = columns.first.length;
    float[][] rows = new float[columns.from][];
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    float[] sum = new float[width * 3];
    int done = 0;
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0);
      for (int k = 0; k < columns.weights[y].length; k++) {
        int source = columns.first[y] + k;
        if (rows[source] == null) {
          rows[source] = alongRow(image, source);
        }
        add(sum, rows[source], columns.weights[y][k]);
      }
      while (done < columns.first[y]) {
        rows[done++] = new float[0]; // Passed for good: memory stays at a few rows.
      }
      for (int i = 0; i < sum.length; i++) {
        rgb[y * width * 3 + i] = (byte) Math.round(sum[i]);
      }
    }
    return new RgbImage(width, height, rgb);
  }

  private float[] alongRow(RgbImage image, int y) {
    float[] row = new float[first.length * 3];
    byte[] rgb = image.rgb();
    int start = y * image.width() * 3;
    for (int x = 0; x < first.length; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int at = start + first[x] * 3;
      for (float weight : weights[x]) {
        red += weight * (rgb[at] & 0xff);
        green += weight * (rgb[at + 1] & 0xff);
        blue += weight * (rgb[at + 2] & 0xff);
        at += 3;
      }
      row[x * 3] = red;
      row[x * 3 + 1] = green;
      row[x * 3 + 2] = blue;
    }
    return row;
  }

  private static void add(float[] sum, float[] row, float weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * row[i];
    }
  }
}
