package org.facewright.training;

import org.facewright.network.Network;
import org.facewright.network.Precision;
import org.facewright.network.optimiser.Optimiser;
import org.facewright.training.head.Head;

/**
 * What is trained and how one step works.
 *
 * @param classes number of identities
 * @param sampledClasses class centres that take part in a step: all, or a random part that always
 *     holds the batch's own (partial FC, An et al. 2022)
 * @param clipNorm gradients of the network longer than this are shortened to it; 0 leaves them
 */
public record TrainingPlan(
    Network network,
    Head head,
    Optimiser optimiser,
    Precision precision,
    int classes,
    int sampledClasses,
    double clipNorm) {
  public TrainingPlan {
    if (classes < 2) {
      throw new IllegalArgumentException(
          "Training needs at least two identities; there are " + classes + ".");
    }
    if (sampledClasses < 1 || sampledClasses > classes) {
      throw new IllegalArgumentException(
          "Between 1 and " + classes + " classes can take part, not " + sampledClasses + ".");
    }
    if (network.inputs().size() != 1 || network.outputs().size() != 1) {
      throw new IllegalArgumentException(network.name() + " is no recogniser");
    }
  }

  /** All classes, gradients clipped at 5 as in the published code. */
  public static TrainingPlan of(
      Network network, Head head, Optimiser optimiser, Precision precision, int classes) {
    return new TrainingPlan(network, head, optimiser, precision, classes, classes, 5);
  }

  public boolean sampled() {
    return sampledClasses < classes;
  }

  /** Features a picture. */
  public int features() {
    return network.outputs().getFirst().dims().size(-1);
  }
}
