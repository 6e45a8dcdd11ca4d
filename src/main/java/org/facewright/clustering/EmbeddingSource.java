package org.facewright.clustering;

/**
 * Where the engine reads embeddings from: images in order, grouped by identity. Implementations
 * must allow {@link #copy} from several threads at once and give the same rows each time.
 */
public interface EmbeddingSource {
  /** Number of identities, 0 or more. */
  int identities();

  /** Number of images of an identity, 0 or more, with or without an embedding. */
  int size(int identity);

  /** Values in an embedding: 128 or 512 for most models. */
  int dimension();

  /**
   * Writes the rows of one identity to the start of {@code target}.
   *
   * <p>Rows need not have length 1. An image without an embedding (unreadable, no face found) is a
   * row of zeros; a row holding NaN or an infinity counts as none.
   *
   * @param target at least [size(identity)][dimension()]
   */
  void copy(int identity, float[] target);
}
