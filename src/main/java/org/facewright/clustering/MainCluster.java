package org.facewright.clustering;

import java.util.BitSet;

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
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      if (labels[i] >= 0) {
        chosen.set(labels[i]);
      }
    }
    boolean anchored = !chosen.isEmpty();
    boolean passedOver = anchored && !chosen.get(largest);
    if (!anchored && largest >= 0) {
      chosen.set(largest);
    }
    BitSet members = new BitSet(labels.length);
    members.or(kept);
    BitSet others = new BitSet();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0 && chosen.get(labels[i])) {
        members.set(i);
      } else if (passedOver && labels[i] == largest) {
        others.set(i);
      }
    }
    return new MainCluster(members, others);
  }
}
