package org.facewright.verdict.sheet;

import org.facewright.image.RgbImage;

/**
 * Scales a crop into a square, keeping its proportions, in its middle. Each output pixel is a
 * triangle-weighted mean of the input pixels around it, wide enough that none is skipped when the
 * picture shrinks.
 */
final class CropFit {
  private CropFit() {}

  /** The weights of one output coordinate: input indices from {@code first} on. */
  private record Span(int first, float[] weights) {}

  /** Draws {@code crop} into the square of {@code side} pixels whose corner is (left, top). */
  static void draw(RgbImage onto, RgbImage crop, int left, int top, int side) {
    double scale = (double) side / Math.max(crop.width(), crop.height());
    int width = Math.clamp(Math.round(crop.width() * scale), 1, side);
    int height = Math.clamp(Math.round(crop.height() * scale), 1, side);
    float[] rows = squeezeRows(crop, spans(crop.width(), width));
    Span[] vertical = spans(crop.height(), height);
    int x0 = left + (side - width) / 2;
    int y0 = top + (side - height) / 2;
    for (int y = 0; y < height; y++) {
      int target = ((y0 + y) * onto.width() + x0) * 3;
      for (int i = 0; i < width * 3; i++) {
        onto.rgb()[target + i] = (byte) Math.clamp(Math.round(sum(rows, vertical[y], width * 3, i)), 0, 255);
      }
    }
  }

  private static float sum(float[] rows, Span span, int stride, int column) {
    float sum = 0;
    for (int k = 0; k < span.weights().length; k++) {
      sum += span.weights()[k] * rows[(span.first() + k) * stride + column];
    }
    return sum;
  }

  /** All rows of the crop at their new width, as floats. */
  private static float[] squeezeRows(RgbImage crop, Span[] spans) {
    float[] out = new float[crop.height() * spans.length * 3];
    int at = 0;
    for (int y = 0; y < crop.height(); y++) {
      for (Span span : spans) {
        for (int c = 0; c < 3; c++) {
          float sum = 0;
          for (int k = 0; k < span.weights().length; k++) {
            sum += span.weights()[k] * crop.at(span.first() + k, y, c);
          }
          out[at++] = sum;
        }
      }
    }
    return out;
  }

  private static Span[] spans(int from, int to) {
    double step = (double) from / to;
    double reach = Math.max(1, step);
    Span[] spans = new Span[to];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * step - 0.5;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(from - 1, (int) Math.floor(centre + reach));
      spans[i] = new Span(first, weights(centre, reach, first, last));
    }
    return spans;
  }

  private static float[] weights(double centre, double reach, int first, int last) {
    float[] weights = new float[last - first + 1];
    float total = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = (float) Math.max(1e-6, 1 - Math.abs(first + k - centre) / reach);
      total += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= total;
    }
    return weights;
  }
}
