package org.facewright.clustering;

import java.util.Arrays;

/** Embeddings from an array: a matrix whose rows belong to identities of the given sizes. */
final class RowsSource implements EmbeddingSource {
  private final float[] rows;
  private final int dimension;
  private final IdentityLayout layout;

  RowsSource(float[] rows, int dimension, int... sizes) {
    this.rows = rows;
    this.dimension = dimension;
    this.layout = IdentityLayout.of(sizes);
  }

  @Override
  public int identities() {
    return layout.identities();
  }

  @Override
  public int size(int identity) {
    return layout.size(identity);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void copy(int identity, float[] target) {
    int from = layout.first(identity) * dimension;
    System.arraycopy(rows, from, target, 0, layout.size(identity) * dimension);
  }

  NeighbourGraph graph() {
    try {
      return new GraphBuilder(this, 1).build(done -> {}, () -> false);
    } catch (GraphTooLargeException e) {
      throw new AssertionError(e);
    }
  }

  float[] row(int image) {
    return Arrays.copyOfRange(rows, image * dimension, (image + 1) * dimension);
  }
}
