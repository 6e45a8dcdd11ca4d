package org.facewright.clustering;

import java.util.Arrays;
import java.util.BitSet;
import org.facewright.vector.Kernels;

/** Which pairs of an identity reach a level, a bit each. Stateless. */
final class PairBits {
  private PairBits() {}

  /** 64-bit words that hold a bit for each of so many images. */
  static int words(int size) {
    return (size + 63) >>> 6;
  }

  /**
   * Marks the later images that an image has at a level.
   *
   * @param levels pairs of the identity, as in {@link NeighbourGraph}
   * @param start place of the pair of {@code image} and the next one
   * @param image position in the identity
   * @param bits receives bit j for image j from word {@code row}; others stay
   * @return place of the pairs of the next image
   */
  static int markLater(
      short[] levels, int start, int image, int size, int threshold, long[] bits, int row) {
    int at = start;
    for (int j = image + 1; j < size; ) {
      int end = Math.min(size, (j | 63) + 1);
      bits[row + (j >>> 6)] |= Kernels.atLeast(levels, at, end - j, (short) threshold) << j;
      at += end - j;
      j = end;
    }
    return at;
  }

  /** Images that have a member of a group at a level; members may or may not be among them. */
  static BitSet near(NeighbourGraph graph, int identity, int threshold, BitSet members) {
    int size = graph.layout().size(identity);
    long[] group = Arrays.copyOf(members.toLongArray(), words(size));
    long[] near = new long[group.length];
    long[] later = new long[group.length];
    int at = graph.start(identity);
    for (int i = 0; i < size; i++) {
      Arrays.fill(later, 0);
      at = markLater(graph.pairs(identity), at, i, size, threshold, later, 0);
      long itself = members.get(i) ? -1 : 0;
      long found = 0;
      for (int w = i >>> 6; w < later.length; w++) {
        near[w] |= later[w] & itself;
        found |= later[w] & group[w];
      }
      near[i >>> 6] |= found != 0 ? 1L << i : 0;
    }
    return BitSet.valueOf(near);
  }
}
