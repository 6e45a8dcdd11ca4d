package org.facewright.clustering;

import java.util.Optional;
import org.facewright.project.ImageState;

/** What no policy has a say in: people's decisions, and images that cannot be compared. */
record Foregone(NeighbourGraph graph, Constraints constraints) {

  /**
   * @param identity the image's
   * @param similarity shown with the decision, NaN if unknown
   */
  Optional<Judgement> judgement(int identity, int image, float similarity) {
    if (constraints.kept(image)) {
      return of(ImageState.KEPT, Reason.KEPT_BY_PERSON, similarity);
    }
    if (constraints.rejected(image)) {
      return of(ImageState.REJECTED, Reason.REJECTED_BY_PERSON, similarity);
    }
    if (!graph.compared(identity)) {
      return of(ImageState.AMBIGUOUS, Reason.IDENTITY_TOO_LARGE, Float.NaN);
    }
    return graph.hasEmbedding(image)
        ? Optional.empty()
        : of(ImageState.AMBIGUOUS, Reason.NO_EMBEDDING, Float.NaN);
  }

  private static Optional<Judgement> of(ImageState state, Reason reason, float similarity) {
    return Optional.of(Judgement.cut(state, reason, similarity, Float.NaN));
  }
}
