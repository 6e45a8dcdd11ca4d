package org.facewright.clustering;

/**
 * DBSCAN at one threshold for all identities: the largest cluster is kept.
 *
 * @param similarity lowest cosine similarity at which two images are neighbours; higher finds more
 *     wrong images and loses more good ones. -1..1, to a ten-thousandth
 * @param minSamples neighbours, itself included, that make a core image, 1..1000: 2 lets clusters
 *     grow along chains of pairs, more cuts thin chains
 * @param askBand an image outside the cluster that would join it at a threshold lower by up to this
 *     is ambiguous instead of rejected; 0 never asks. 0..1
 */
public record FixedPolicy(double similarity, int minSamples, double askBand)
    implements CleaningPolicy {

  public FixedPolicy {
    Ranges.within("similarity", similarity, -1, 1);
    Ranges.within("minSamples", minSamples, 1, 1000);
    Ranges.within("askBand", askBand, 0, 1);
  }

  @Override
  public String name() {
    return "fixed";
  }
}
