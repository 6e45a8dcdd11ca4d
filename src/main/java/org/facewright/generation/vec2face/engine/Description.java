package org.facewright.generation.vec2face.engine;

/**
 * What a generator is.
 *
 * @param features numbers of a vector
 * @param hash of its weights
 * @param recogniser whose embeddings its vectors are; "" if unknown
 * @param vectorNorm length that its vectors have; 0 if any
 * @param maskRate share of tokens to mask unless somebody says otherwise
 */
public record Description(
    int features, String hash, String recogniser, double vectorNorm, double maskRate) {
  /** The length that an embedding is scaled to before the generator sees it. */
  public double lengthOfEmbeddings() {
    return vectorNorm > 0 ? vectorNorm : Math.sqrt(features);
  }
}
