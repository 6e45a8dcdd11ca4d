package org.facewright.clustering;

import java.util.Optional;

/** What no policy has a say in: people's decisions, and images that cannot be compared. */
final class Foregone {
  private Foregone() {}

  static Optional<Reason> reason(NeighbourGraph graph, Constraints constraints, int image) {
    if (constraints.kept(image)) {
      return Optional.of(Reason.KEPT_BY_PERSON);
    }
    if (constraints.rejected(image)) {
      return Optional.of(Reason.REJECTED_BY_PERSON);
    }
    return graph.hasEmbedding(image) ? Optional.empty() : Optional.of(Reason.NO_EMBEDDING);
  }
}
