package org.facewright.clustering;

import java.util.Locale;
import org.facewright.project.ImageState;

/** Why an image ended as it did, and how it thus ended. */
public enum Reason {
  IN_CLUSTER(
      ImageState.KEPT,
      "in the identity's main cluster (similarity %.2f to its centre, threshold %.2f)"),
  OUTSIDE_CLUSTER(
      ImageState.REJECTED,
      "outside the identity's main cluster (similarity %.2f to its centre, threshold %.2f)"),
  NEAR_CLUSTER(
      ImageState.AMBIGUOUS,
      "just outside the identity's main cluster (similarity %.2f to its centre, threshold %.2f)"),
  NO_CLUSTER(
      ImageState.REJECTED,
      "no images of this identity are alike enough to form a cluster (threshold %2$.2f)"),
  KEPT_BY_PERSON(ImageState.KEPT, "kept by a person"),
  REJECTED_BY_PERSON(ImageState.REJECTED, "rejected by a person"),
  LIKE_REJECTED(ImageState.REJECTED, "most like an image that a person rejected"),
  OTHER_CLUSTER_CHOSEN(
      ImageState.AMBIGUOUS, "in a larger cluster than the one whose images a person kept"),
  NO_EMBEDDING(ImageState.AMBIGUOUS, "no embedding: unreadable, or no face found"),
  IDENTITY_TOO_LARGE(
      ImageState.AMBIGUOUS,
      "the identity has more than "
          + NeighbourGraph.LARGEST_IDENTITY
          + " images, too many to compare: split it");

  private final ImageState state;
  private final String pattern;

  Reason(ImageState state, String pattern) {
    this.state = state;
    this.pattern = pattern;
  }

  /** How an image with this reason ends. */
  public ImageState state() {
    return state;
  }

  /**
   * One plain clause.
   *
   * @param similarity of the image to the centre of its identity's main person
   * @param threshold that decided
   */
  public String text(float similarity, float threshold) {
    return String.format(Locale.ROOT, pattern, similarity, threshold);
  }
}
