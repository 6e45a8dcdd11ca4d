package org.facewright.ui.snapshot;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A picture in 256 colours, so that documents stay small: median cut (P. Heckbert, "Color image
 * quantization for frame buffer display", SIGGRAPH 1982) over colours of five bits a channel, each
 * box shown by the mean of its pixels.
 */
final class IndexedColours {
  private static final int COLOURS = 256;
  private static final int CELLS = 1 << 15;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final long[][] sums = new long[3][CELLS];
  private final int[] counts = new int[CELLS];

  IndexedColours(BufferedImage picture) {
    width = picture.getWidth();
    height = picture.getHeight();
    pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    for (int pixel : pixels) {
      int cell = cell(pixel);
      counts[cell]++;
      for (int c = 0; c < 3; c++) {
        sums[c][cell] += channel(pixel, c);
      }
    }
  }

  private static int channel(int pixel, int c) {
    return pixel >> (16 - 8 * c) & 0xff;
  }

  private static int cell(int pixel) {
    return channel(pixel, 0) >> 3 << 10 | channel(pixel, 1) >> 3 << 5 | channel(pixel, 2) >> 3;
  }

  private static int part(int cell, int c) {
    return cell >> (10 - 5 * c) & 31;
  }

  BufferedImage picture() {
    List<int[]> boxes = boxes();
    byte[][] palette = new byte[3][boxes.size()];
    int[] index = new int[CELLS];
    for (int b = 0; b < boxes.size(); b++) {
      long pixelsOf = 0;
      long[] sum = new long[3];
      for (int cell : boxes.get(b)) {
        index[cell] = b;
        pixelsOf += counts[cell];
        for (int c = 0; c < 3; c++) {
          sum[c] += sums[c][cell];
        }
      }
      for (int c = 0; c < 3; c++) {
        palette[c][b] = (byte) (sum[c] / pixelsOf);
      }
    }
    IndexColorModel colours =
        new IndexColorModel(8, boxes.size(), palette[0], palette[1], palette[2]);
    BufferedImage picture =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
    byte[] row = new byte[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = (byte) index[cell(pixels[y * width + x])];
      }
      picture.getRaster().setDataElements(0, y, width, 1, row);
    }
    return picture;
  }

  private record Cut(int channel, int length) {}

  private List<int[]> boxes() {
    List<int[]> boxes = new ArrayList<>();
    int[] used = java.util.stream.IntStream.range(0, CELLS).filter(i -> counts[i] > 0).toArray();
    boxes.add(used);
    while (boxes.size() < COLOURS) {
      int[] widest =
          boxes.stream()
              .filter(box -> box.length > 1)
              .max(Comparator.comparingDouble(box -> cut(box).length() * weight(box)))
              .orElse(null);
      if (widest == null) {
        break;
      }
      boxes.remove(widest);
      split(widest, cut(widest).channel(), boxes);
    }
    return boxes;
  }

  private double weight(int[] box) {
    // The root keeps small but distinct colours, such as the accent, from being drowned by skin.
    return Math.sqrt(Arrays.stream(box).mapToLong(cell -> counts[cell]).sum());
  }

  private static Cut cut(int[] box) {
    Cut best = new Cut(0, -1);
    for (int c = 0; c < 3; c++) {
      int channel = c;
      int least = Arrays.stream(box).map(cell -> part(cell, channel)).min().orElse(0);
      int most = Arrays.stream(box).map(cell -> part(cell, channel)).max().orElse(0);
      if (most - least > best.length()) {
        best = new Cut(c, most - least);
      }
    }
    return best;
  }

  private void split(int[] box, int channel, List<int[]> into) {
    int[] sorted =
        Arrays.stream(box)
            .boxed()
            .sorted(Comparator.comparingInt(cell -> part(cell, channel)))
            .mapToInt(Integer::intValue)
            .toArray();
    long half = Arrays.stream(sorted).mapToLong(cell -> counts[cell]).sum() / 2;
    int at = 1;
    long before = counts[sorted[0]];
    while (at < sorted.length - 1 && before < half) {
      before += counts[sorted[at++]];
    }
    into.add(Arrays.copyOfRange(sorted, 0, at));
    into.add(Arrays.copyOfRange(sorted, at, sorted.length));
  }
}
