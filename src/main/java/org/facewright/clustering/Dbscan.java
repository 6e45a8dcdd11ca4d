package org.facewright.clustering;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * DBSCAN on the pair levels of one identity, with scikit-learn's labels: an image counts as its own
 * neighbour, clusters are numbered by their lowest core image, and a border image goes to the
 * lowest cluster that reaches it.
 *
 * <p>The neighbours of an image are one bit set, so that growing a cluster by all neighbours of a
 * core image is one AND: for up to 64 images a single machine word. Holds scratch: one instance a
 * thread.
 *
 * <p>Source: Ester, Kriegel, Sander, Xu, "A density-based algorithm for discovering clusters"
 * (1996), and the observable behaviour of scikit-learn 1.9.
 */
final class Dbscan {
  static final int NOISE = -1;

  private long[] neighbours = new long[0];
  private long[] core = new long[0];
  private long[] free = new long[0];
  private long[] todo = new long[0];
  private int words;

  /**
   * Labels the images of one identity.
   *
   * @param levels holds the pairs of the identity from {@code start}, as in {@link NeighbourGraph}
   * @param size images of the identity
   * @param threshold lowest level at which two images are neighbours
   * @param minSamples neighbours that make a core image, itself included; at least 1
   * @param excluded says of a position whether the image takes no part at all (it becomes noise)
   * @param labels receives 0.. or {@link #NOISE} for each image from {@code labelsStart}
   * @return number of clusters
   */
  int cluster(
      short[] levels,
      int start,
      int size,
      int threshold,
      int minSamples,
      IntPredicate excluded,
      int[] labels,
      int labelsStart) {
    connect(levels, start, size, threshold);
    exclude(size, excluded);
    markCores(size, minSamples);
    Arrays.fill(labels, labelsStart, labelsStart + size, NOISE);
    int clusters = 0;
    for (int i = 0; i < size; i++) {
      if (has(core, i) && has(free, i)) {
        grow(i, clusters++, labels, labelsStart);
      }
    }
    return clusters;
  }

  private void connect(short[] levels, int start, int size, int threshold) {
    words = PairBits.words(size);
    int needed = Math.multiplyExact(words, size);
    if (neighbours.length < needed) {
      neighbours = new long[needed];
      core = new long[words];
      free = new long[words];
      todo = new long[words];
    }
    Arrays.fill(neighbours, 0, needed, 0);
    int at = start;
    for (int i = 0; i < size; i++) {
      int row = i * words;
      neighbours[row + (i >>> 6)] |= 1L << i;
      at = PairBits.markLater(levels, at, i, size, threshold, neighbours, row);
    }
    BitMatrix.mirror(neighbours, size);
  }

  private void exclude(int size, IntPredicate excluded) {
    Arrays.fill(free, 0, words, 0);
    for (int i = 0; i < size; i++) {
      if (excluded.test(i)) {
        Arrays.fill(neighbours, i * words, (i + 1) * words, 0);
      } else {
        free[i >>> 6] |= 1L << i;
      }
    }
  }

  private void markCores(int size, int minSamples) {
    Arrays.fill(core, 0, words, 0);
    for (int i = 0; i < size; i++) {
      int degree = 0;
      for (int w = 0; w < words; w++) {
        degree += Long.bitCount(neighbours[i * words + w] & free[w]);
      }
      if (degree >= minSamples) {
        core[i >>> 6] |= 1L << i;
      }
    }
  }

  private void grow(int seed, int label, int[] labels, int labelsStart) {
    Arrays.fill(todo, 0, words, 0);
    for (int next = seed; next >= 0; next = take()) {
      for (int w = 0; w < words; w++) {
        long reached = neighbours[next * words + w] & free[w];
        free[w] &= ~reached;
        todo[w] |= reached & core[w];
        for (; reached != 0; reached &= reached - 1) {
          labels[labelsStart + (w << 6) + Long.numberOfTrailingZeros(reached)] = label;
        }
      }
    }
  }

  /** The next core image to grow from, or -1. */
  private int take() {
    for (int w = 0; w < words; w++) {
      if (todo[w] != 0) {
        int next = (w << 6) + Long.numberOfTrailingZeros(todo[w]);
        todo[w] &= todo[w] - 1;
        return next;
      }
    }
    return -1;
  }

  private static boolean has(long[] bits, int i) {
    return (bits[i >>> 6] & (1L << i)) != 0;
  }
}
