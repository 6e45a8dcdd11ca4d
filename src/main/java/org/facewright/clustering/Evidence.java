package org.facewright.clustering;

/**
 * What is known of every image and identity while {@link EvidenceFit} works, and after it. Arrays
 * by image or by identity; threads write to different identities only.
 */
final class Evidence {
  /** Cosine to the weighted mean of the identity's other images; NaN if nothing to compare with. */
  final float[] similarity;

  /** How many images of equal weight that mean is worth. */
  final float[] others;

  /** Chance that the image shows its identity's person, people's decisions left aside. */
  final float[] chance;

  /** How far the image counts for its identity: the chance, or what a person decided. */
  final float[] weight;

  /** Mean similarity of two of the identity's own images, drawn towards the project's. */
  final double[] likeness;

  /** The identity's share of wrong labels, drawn towards the project's. */
  final double[] noise;

  Evidence(IdentityLayout layout) {
    similarity = new float[layout.images()];
    others = new float[layout.images()];
    chance = new float[layout.images()];
    weight = new float[layout.images()];
    likeness = new double[layout.identities()];
    noise = new double[layout.identities()];
  }

  /** Mean score of an identity's own images. */
  double level(int identity) {
    return Math.sqrt(likeness[identity]);
  }

  /** Score of an image of that identity; NaN if nothing to compare with. */
  double score(int identity, int image) {
    return similarity[image] / ScoreModel.reliability(others[image], likeness[identity]);
  }
}
