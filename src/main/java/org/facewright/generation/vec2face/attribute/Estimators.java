package org.facewright.generation.vec2face.attribute;

import org.facewright.network.Network;
import org.facewright.network.weights.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The networks that look at a drawn face; gradients pass through all of them.
 *
 * @param identity pictures -1 to 1 to features; compared with the wanted ones by cosine
 * @param quality the length of its features is the quality, as MagFace means it; may be the same
 *     network as {@code identity}. Null: nobody judges
 * @param pose BGR pictures 0 to 1 to rotation matrices, as 6DRepNet. Null: nobody judges
 */
public record Estimators(
    Estimator identity, @Nullable Estimator quality, @Nullable Estimator pose) {
  /** A network with exactly its weights. */
  public record Estimator(Network network, Weights weights) {}
}
