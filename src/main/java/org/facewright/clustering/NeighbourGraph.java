package org.facewright.clustering;

import java.util.BitSet;
import org.facewright.vector.Kernels;

/**
 * The similarities of all pairs of images within each identity of a project, built once; then every
 * threshold, cluster and centre is array work. Immutable, safe from any number of threads.
 *
 * <p>Two bytes a pair (see {@link Levels}): 10,000 identities x 50 images take 25 MB, 100,000 x 50
 * take 245 MB. Pairs of one identity lie together in the order of {@link Kernels#pairs}, whole
 * identities in blocks.
 *
 * <p>An identity of more than {@link #LARGEST_IDENTITY} images is not compared (its pairs grow with
 * the square): {@link #compared} says so, and every policy asks about its images.
 */
public final class NeighbourGraph {
  /** Images of an identity up to which all pairs are compared: 200 million pairs, 400 MB. */
  public static final int LARGEST_IDENTITY = 20_000;

  private final IdentityLayout layout;
  private final short[][] blocks;
  private final int[] blockOf;
  private final int[] start;
  private final BitSet missing;
  private final ImpostorSample impostors;

  NeighbourGraph(
      IdentityLayout layout,
      short[][] blocks,
      int[] blockOf,
      int[] start,
      BitSet missing,
      ImpostorSample impostors) {
    this.layout = layout;
    this.blocks = blocks;
    this.blockOf = blockOf;
    this.start = start;
    this.missing = missing;
    this.impostors = impostors;
  }

  /** Numbering of the images. */
  public IdentityLayout layout() {
    return layout;
  }

  /** False if the image has no embedding (or one that is zero or not finite). */
  public boolean hasEmbedding(int image) {
    return !missing.get(image);
  }

  /** Images without an embedding in the whole project. */
  public int withoutEmbedding() {
    return missing.cardinality();
  }

  /** False if the identity has too many images to compare all pairs. */
  public boolean compared(int identity) {
    return layout.size(identity) <= LARGEST_IDENTITY;
  }

  /**
   * Cosine similarity of two images of an identity, rounded down to a ten-thousandth.
   *
   * @param i position in the identity, 0..size-1
   * @param j as {@code i}
   * @return -1..1; 1 for i = j; -1 if one has no embedding
   */
  public float similarity(int identity, int i, int j) {
    if (i == j) {
      return 1;
    }
    int level = level(identity, i, j);
    return level == Levels.NONE ? -1 : Levels.similarity(level);
  }

  /** Images without an embedding numbered from {@code first} to before {@code end}. */
  int withoutEmbedding(int first, int end) {
    int count = 0;
    for (int i = missing.nextSetBit(first); i >= 0 && i < end; i = missing.nextSetBit(i + 1)) {
      count++;
    }
    return count;
  }

  /**
   * Similarities of half a million pairs across identities ("impostor pairs"), drawn by the seed
   * given to the builder: of two different people, but for wrong labels. Empty for a single
   * identity.
   */
  public SimilarityHistogram strangers() {
    return impostors.histogram();
  }

  ImpostorSample impostors() {
    return impostors;
  }

  short level(int identity, int i, int j) {
    int size = layout.size(identity);
    int pair = i < j ? Kernels.pairIndex(i, j, size) : Kernels.pairIndex(j, i, size);
    return pairs(identity)[start[identity] + pair];
  }

  /** The array that holds the identity's levels, from {@link #start(int)}. Not to be written to. */
  short[] pairs(int identity) {
    if (!compared(identity)) {
      throw new IllegalArgumentException("identity " + identity + " is too large to compare");
    }
    return blocks[blockOf[identity]];
  }

  int start(int identity) {
    return start[identity];
  }

  /** Bytes that the pairs of a layout take. */
  public static long bytes(IdentityLayout layout) {
    long pairs = 0;
    for (int identity = 0; identity < layout.identities(); identity++) {
      int size = layout.size(identity);
      pairs += size <= LARGEST_IDENTITY ? Kernels.pairCount(size) : 0;
    }
    return pairs * Short.BYTES;
  }
}
