package org.facewright.clustering;

/**
 * The clusters of every identity at one threshold. Immutable by convention: nobody writes to the
 * arrays.
 *
 * @param similarity lowest cosine similarity at which two images are neighbours
 * @param minSamples neighbours (itself included) that make a core image
 * @param layout numbering of the images
 * @param labels [images] cluster within the identity, 0.., or -1 for noise
 * @param clusters [identities] number of clusters
 * @param largest [identities] label of the largest cluster, the lowest of equals, or -1 if none
 * @param largestSize [identities] its images, 0 if none
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Half a million labels: charts and walls read the arrays.
public record Clustering(
    double similarity,
    int minSamples,
    IdentityLayout layout,
    int[] labels,
    int[] clusters,
    int[] largest,
    int[] largestSize) {

  /** Whether an image is in its identity's largest cluster. */
  public boolean inLargest(int identity, int image) {
    return labels[image] >= 0 && labels[image] == largest[identity];
  }

  /** Images in the largest clusters of all identities together. */
  public long inLargest() {
    long sum = 0;
    for (int size : largestSize) {
      sum += size;
    }
    return sum;
  }
}
