package org.facewright.clustering;

import org.facewright.project.ImageState;

/**
 * What becomes of one image, and why.
 *
 * @param similarity cosine to the centre of the identity's person, the image left out; NaN if
 *     unknown
 * @param threshold similarity at which such an image is kept; NaN if there is none
 * @param chance chance that the label is right, 0..1; NaN under policies that know none
 */
record Judgement(ImageState state, Reason reason, float similarity, float threshold, float chance) {

  /** By a policy that cuts. */
  static Judgement cut(ImageState state, Reason reason, float similarity, float threshold) {
    return new Judgement(state, reason, similarity, threshold, Float.NaN);
  }
}
