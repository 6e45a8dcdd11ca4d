package org.facewright.clustering;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facewright.vector.Kernels;

/**
 * Similarities of images of different identities: about a thousand rows drawn by seed while the
 * graph is built, compared with each other. Says what two different people look like to this model
 * on this data.
 */
final class ImpostorSample {
  /** Rows drawn; half a million pairs, whose 1/1000 quantile is known to a few per cent. */
  private static final int ROWS = 1024;

  private final IdentityLayout layout;
  private final int dimension;
  private final int[] identity;
  private final int[] position;
  private final float[] rows;
  private final boolean[] taken;
  private final SimilarityHistogram histogram = new SimilarityHistogram();

  private ImpostorSample(IdentityLayout layout, int dimension, int[] identity, int[] position) {
    this.layout = layout;
    this.dimension = dimension;
    this.identity = identity;
    this.position = position;
    this.rows = new float[identity.length * dimension];
    this.taken = new boolean[identity.length];
  }

  /** Draws which images to compare: one each of many identities, or several each of few. */
  static ImpostorSample chosen(IdentityLayout layout, int dimension, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = shuffled(layout.identities(), random).toArray();
    int each = Math.ceilDiv(ROWS, Math.max(1, order.length));
    int[] identities = new int[ROWS + each];
    int[] positions = new int[ROWS + each];
    int count = 0;
    for (int i = 0; i < order.length && count < ROWS; i++) {
      int[] images = shuffled(layout.size(order[i]), random).toArray();
      for (int k = 0; k < Math.min(each, images.length); k++) {
        identities[count] = order[i];
        positions[count++] = images[k];
      }
    }
    return sortedByIdentity(layout, identities, positions, count, dimension);
  }

  private static ImpostorSample sortedByIdentity(
      IdentityLayout layout, int[] identities, int[] positions, int count, int dimension) {
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(java.util.Comparator.comparingInt(i -> identities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ImpostorSample(
        layout,
        dimension,
        IntStream.of(order).map(i -> identities[i]).toArray(),
        IntStream.of(order).map(i -> positions[i]).toArray());
  }

  /** The numbers 0 to count - 1 in an order drawn by {@code random}. */
  static IntStream shuffled(int count, SplittableRandom random) {
    int[] numbers = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = swapped;
    }
    return IntStream.of(numbers);
  }

  /**
   * Keeps the drawn rows of one identity. Different identities may come from different threads.
   *
   * @param normalised [size][dimension]
   */
  void take(int from, float[] normalised, boolean[] none) {
    int at = java.util.Arrays.binarySearch(identity, from);
    while (at > 0 && identity[at - 1] == from) {
      at--;
    }
    for (; at >= 0 && at < identity.length && identity[at] == from; at++) {
      System.arraycopy(normalised, position[at] * dimension, rows, at * dimension, dimension);
      taken[at] = !none[position[at]];
    }
  }

  /** Compares what was taken; called once, after the last {@link #take}. */
  void measure() {
    float[] products = new float[identity.length];
    for (int i = 0; i < identity.length; i++) {
      int rest = identity.length - i - 1;
      Kernels.products(rows, i, 1, rows, i + 1, rest, dimension, products);
      for (int j = 0; j < rest; j++) {
        int other = i + 1 + j;
        if (taken[i] && taken[other] && identity[i] != identity[other]) {
          histogram.add(products[j]);
        }
      }
    }
  }

  int size() {
    return identity.length;
  }

  int identity(int row) {
    return identity[row];
  }

  /** Number of the row's image. */
  int image(int row) {
    return layout.first(identity[row]) + position[row];
  }

  /**
   * [size][dimension] of length 1, zeros where the image has no embedding. Not to be written to.
   */
  float[] rows() {
    return rows;
  }

  /** What {@link #measure} found; empty for a project of one identity. */
  SimilarityHistogram histogram() {
    return histogram;
  }
}
