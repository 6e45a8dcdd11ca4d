package org.facewright.clustering;

import java.util.Arrays;

/**
 * How the images of a project are numbered here: identity after identity, without gaps. Immutable.
 */
public final class IdentityLayout {
  private final int[] first;

  private IdentityLayout(int[] first) {
    this.first = first;
  }

  /** The layout of a source. */
  public static IdentityLayout of(EmbeddingSource source) {
    int[] sizes = new int[source.identities()];
    Arrays.setAll(sizes, source::size);
    return of(sizes);
  }

  /**
   * The layout of identities of the given sizes.
   *
   * @param sizes images of each identity
   */
  public static IdentityLayout of(int... sizes) {
    int[] first = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      first[i + 1] = Math.addExact(first[i], sizes[i]);
    }
    return new IdentityLayout(first);
  }

  public int identities() {
    return first.length - 1;
  }

  public int images() {
    return first[first.length - 1];
  }

  /** Number of the identity's first image. */
  public int first(int identity) {
    return first[identity];
  }

  public int size(int identity) {
    return first[identity + 1] - first[identity];
  }

  /** The identity that holds an image, found by binary search. */
  public int identityOf(int image) {
    if (image < 0 || image >= images()) {
      throw new IndexOutOfBoundsException("image " + image + " of " + images());
    }
    int at = Arrays.binarySearch(first, image);
    int identity = at >= 0 ? at : -at - 2;
    while (size(identity) == 0) {
      identity++; // An empty identity starts where the next one does.
    }
    return identity;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityLayout that && Arrays.equals(first, that.first);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(first);
  }
}
