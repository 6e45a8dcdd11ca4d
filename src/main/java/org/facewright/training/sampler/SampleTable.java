package org.facewright.training.sampler;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pictures of a training set as the sampler sees them; picture i is row i of each array.
 *
 * @param labels class of each, 0 to classes - 1
 * @param sources where each comes from, such as 0 cleaned and 1 generated
 * @param difficulty measured; higher is harder. Only its order matters
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampleTable(int classes, int[] labels, int[] sources, float[] difficulty) {
  /**
   * @throws IllegalArgumentException naming a class without pictures, a label out of range, or a
   *     difficulty that is no number
   */
  public SampleTable {
    if (labels.length != sources.length || labels.length != difficulty.length) {
      throw new IllegalArgumentException("labels, sources and difficulties differ in number");
    }
    int[] count = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "Picture "
                + i
                + " has class "
                + labels[i]
                + ", but there are "
                + classes
                + " classes. Check the class count.");
      }
      if (Float.isNaN(difficulty[i])) {
        throw new IllegalArgumentException("Picture " + i + " has no difficulty.");
      }
      count[labels[i]]++;
    }
    for (int label = 0; label < classes; label++) {
      if (count[label] == 0) {
        throw new IllegalArgumentException(
            "Identity " + label + " has no pictures. Remove it or give it some.");
      }
    }
  }

  /** One source, no known difficulty. */
  public static SampleTable plain(int classes, int[] labels) {
    return new SampleTable(classes, labels, new int[labels.length], new float[labels.length]);
  }

  public int size() {
    return labels.length;
  }

  /** The place of each picture among all by difficulty, 0 (easiest) to 1; ties by number. */
  double[] ranks() {
    Integer[] order = IntStream.range(0, size()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (a, b) ->
            difficulty[a] == difficulty[b]
                ? Integer.compare(a, b)
                : Float.compare(difficulty[a], difficulty[b]));
    double[] ranks = new double[size()];
    for (int place = 0; place < order.length; place++) {
      ranks[order[place]] = order.length == 1 ? 0 : place / (double) (order.length - 1);
    }
    return ranks;
  }
}
