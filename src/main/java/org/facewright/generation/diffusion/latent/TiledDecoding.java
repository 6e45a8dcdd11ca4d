package org.facewright.generation.diffusion.latent;

import org.facewright.generation.diffusion.part.DiffusionException;

/** Decodes a large latent in tiles that overlap by a quarter and fade into each other. */
final class TiledDecoding {
  private static final int PIXELS = LatentShape.PIXELS;

  /** Decodes one piece to three planes. */
  interface Piece {
    float[] decode(float[] latent, LatentShape shape) throws DiffusionException;
  }

  private final Piece piece;
  private final int tile;
  private final int overlap;

  TiledDecoding(Piece piece, int tile) {
    this.piece = piece;
    this.tile = tile;
    this.overlap = tile / 4;
  }

  float[] decode(float[] latent, LatentShape shape) throws DiffusionException {
    int width = shape.width() * PIXELS;
    int height = shape.height() * PIXELS;
    float[] sum = new float[3 * width * height];
    float[] weights = new float[width * height];
    for (int top : starts(shape.height())) {
      for (int left : starts(shape.width())) {
        int rows = Math.min(tile, shape.height() - top);
        int columns = Math.min(tile, shape.width() - left);
        LatentShape part = new LatentShape(1, rows, columns);
        float[] planes = piece.decode(cut(latent, shape, top, left, part), part);
        add(planes, part, top, left, shape, sum, weights);
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= weights[i % weights.length];
    }
    return sum;
  }

  /** Where tiles start along a side, evenly, with at least the overlap between neighbours. */
  int[] starts(int length) {
    if (length <= tile) {
      return new int[] {0};
    }
    int stride = tile - overlap;
    int count = Math.ceilDiv(length - tile, stride) + 1;
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = (int) ((long) i * (length - tile) / (count - 1));
    }
    return starts;
  }

  private static float[] cut(
      float[] latent, LatentShape whole, int top, int left, LatentShape part) {
    float[] cut = new float[part.single()];
    int at = 0;
    for (int c = 0; c < LatentShape.CHANNELS; c++) {
      for (int y = 0; y < part.height(); y++) {
        int from = (c * whole.height() + top + y) * whole.width() + left;
        System.arraycopy(latent, from, cut, at, part.width());
        at += part.width();
      }
    }
    return cut;
  }

  private void add(
      float[] planes,
      LatentShape part,
      int top,
      int left,
      LatentShape whole,
      float[] sum,
      float[] weights) {
    int columns = part.width() * PIXELS;
    int rows = part.height() * PIXELS;
    int width = whole.width() * PIXELS;
    int area = weights.length;
    for (int y = 0; y < rows; y++) {
      float vertical = fade(y, rows, top > 0, top + part.height() < whole.height());
      int row = (top * PIXELS + y) * width + left * PIXELS;
      for (int x = 0; x < columns; x++) {
        float weight = vertical * fade(x, columns, left > 0, left + part.width() < whole.width());
        weights[row + x] += weight;
        for (int c = 0; c < 3; c++) {
          sum[c * area + row + x] += weight * planes[(c * rows + y) * columns + x];
        }
      }
    }
  }

  /** Weight along a side: 1 in the middle, falling towards inner edges, never 0. */
  private float fade(int at, int length, boolean before, boolean after) {
    float ramp = overlap * PIXELS;
    float weight = 1;
    if (before) {
      weight = Math.min(weight, (at + 0.5f) / ramp);
    }
    if (after) {
      weight = Math.min(weight, (length - at - 0.5f) / ramp);
    }
    return weight;
  }
}
