package org.facewright.clustering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.facewright.project.EmbeddingSet;
import org.facewright.project.FaceImage;
import org.facewright.project.ImageState;
import org.facewright.project.Project;

/**
 * The images of a project as the engine numbers them: identity after identity, with their
 * embeddings of one model. A picture of the moment it was read. Safe for reading from any number of
 * threads.
 */
public final class ProjectEmbeddings implements EmbeddingSource {
  private static final ImageState[] STATES = ImageState.values();

  private final EmbeddingSet set;
  private final long[] identityIds;
  private final int[] first;
  private final long[] imageIds;
  private final int[] rows;
  private final byte[] states;
  private final BitSet decided;

  /** Reads the numbering; the embeddings themselves are read when they are asked for. */
  public static ProjectEmbeddings read(Project project, EmbeddingSet set) {
    int images = Math.toIntExact(project.images().count());
    Reader reader = new Reader(set, images);
    project.images().forEach(reader::add);
    return new ProjectEmbeddings(set, reader);
  }

  private static final class Reader {
    private final EmbeddingSet set;
    private final List<Long> identityIds = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();
    private final BitSet decided = new BitSet();
    private long[] imageIds;
    private int[] rows;
    private byte[] states;
    private int count;

    Reader(EmbeddingSet set, int images) {
      this.set = set;
      imageIds = new long[images];
      rows = new int[images];
      states = new byte[images];
    }

    void add(FaceImage image) {
      if (identityIds.isEmpty() || identityIds.getLast() != image.identityId()) {
        identityIds.add(image.identityId());
        first.add(count);
      }
      if (count == imageIds.length) {
        int more = count + 1024;
        imageIds = Arrays.copyOf(imageIds, more);
        rows = Arrays.copyOf(rows, more);
        states = Arrays.copyOf(states, more);
      }
      imageIds[count] = image.id();
      rows[count] = set.row(image.hash());
      states[count] = (byte) image.state().ordinal();
      decided.set(count, image.decided());
      count++;
    }
  }

  private ProjectEmbeddings(EmbeddingSet set, Reader reader) {
    this.set = set;
    identityIds = reader.identityIds.stream().mapToLong(Long::longValue).toArray();
    first = new int[identityIds.length + 1];
    for (int i = 0; i < identityIds.length; i++) {
      first[i] = reader.first.get(i);
    }
    first[identityIds.length] = reader.count;
    imageIds = Arrays.copyOf(reader.imageIds, reader.count);
    rows = Arrays.copyOf(reader.rows, reader.count);
    states = Arrays.copyOf(reader.states, reader.count);
    decided = reader.decided;
  }

  @Override
  public int identities() {
    return identityIds.length;
  }

  @Override
  public int size(int identity) {
    return first[identity + 1] - first[identity];
  }

  @Override
  public int dimension() {
    return set.dim();
  }

  @Override
  public void copy(int identity, float[] target) {
    int dim = set.dim();
    try {
      for (int i = 0; i < size(identity); i++) {
        int row = rows[first[identity] + i];
        if (row >= 0) {
          set.copy(row, target, i * dim);
        } else {
          Arrays.fill(target, i * dim, (i + 1) * dim, 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the embeddings of " + set.model() + " cannot be read", e);
    }
  }

  /** Images in all. */
  public int images() {
    return imageIds.length;
  }

  /** The project's id of an image. */
  public long imageId(int image) {
    return imageIds[image];
  }

  /** The project's id of an identity. */
  public long identityId(int identity) {
    return identityIds[identity];
  }

  /** The state an image had when this was read. */
  public ImageState state(int image) {
    return STATES[states[image]];
  }

  /** Whether a person has spoken about an image. */
  public boolean decided(int image) {
    return decided.get(image);
  }

  /** Whether both number the same images in the same way, with the same embeddings. */
  boolean sameImages(ProjectEmbeddings other) {
    return Arrays.equals(imageIds, other.imageIds)
        && Arrays.equals(first, other.first)
        && Arrays.equals(rows, other.rows);
  }

  public boolean hasEmbedding(int image) {
    return rows[image] >= 0;
  }

  /** What people decided, as the policies take it. */
  public Constraints constraints() {
    BitSet kept = new BitSet();
    BitSet rejected = new BitSet();
    for (int image = decided.nextSetBit(0); image >= 0; image = decided.nextSetBit(image + 1)) {
      switch (state(image)) {
        case KEPT -> kept.set(image);
        case REJECTED -> rejected.set(image);
        // "Not sure" is a person's word too, but it steers nothing.
        case AMBIGUOUS, UNJUDGED -> {}
      }
    }
    return new Constraints(kept, rejected);
  }
}
