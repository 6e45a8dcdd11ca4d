package org.facewright.generation.vec2face.training;

import org.facewright.network.Network;
import org.facewright.network.weights.Weights;

/**
 * A recogniser that gradients pass through: pictures -1 to 1 to features.
 *
 * @param weights exactly those of the network
 * @param target what the drawn face's features are compared with
 */
public record IdentityJudge(Network network, Weights weights, Target target) {
  /** Where the wanted features come from. */
  public enum Target {
    /** The conditioning vector itself: the judge is the recogniser that made it (published). */
    VECTOR,
    /** The judge's own features of the true picture: the vector is another recogniser's. */
    PICTURE
  }

  public IdentityJudge {
    if (network.inputs().size() != 1 || network.outputs().size() != 1) {
      throw new IllegalArgumentException(network.name() + " is no recogniser");
    }
  }

  /** Numbers of its features. */
  public int features() {
    return network.outputs().getFirst().dims().size(-1);
  }
}
