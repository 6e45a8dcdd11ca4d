package org.facewright.clustering;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which of an identity's clusters show its main person, given what people decided: those that hold
 * an image kept by a person; without such an image the largest (the lowest of equals).
 *
 * @param members positions of the chosen clusters' images and of the kept ones
 * @param passedOver positions of the largest cluster if a person's choice lies in a smaller one:
 *     they may or may not be the same person, so somebody is asked
 */
record MainCluster(BitSet members, BitSet passedOver) {

  /**
   * @param labels [size] cluster of each position or -1
   * @param largest label of the largest cluster or -1
   * @param kept positions that a person kept
   */
  static MainCluster of(int[] labels, int largest, BitSet kept) {
    BitSet chosen = new BitSet();
    kept.stream().map(i -> labels[i]).filter(label -> label >= 0).forEach(chosen::set);
    boolean anchored = !chosen.isEmpty();
    if (!anchored && largest >= 0) {
      chosen.set(largest);
    }
    BitSet members = positions(labels, chosen);
    members.or(kept);
    BitSet passedOver = new BitSet();
    if (anchored && !chosen.get(largest)) {
      chosen.clear();
      chosen.set(largest);
      passedOver = positions(labels, chosen);
    }
    return new MainCluster(members, passedOver);
  }

  private static BitSet positions(int[] labels, BitSet wanted) {
    BitSet positions = new BitSet();
    IntStream.range(0, labels.length)
        .filter(i -> labels[i] >= 0 && wanted.get(labels[i]))
        .forEach(positions::set);
    return positions;
  }
}
