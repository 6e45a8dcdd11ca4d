package org.facewright.project;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The embeddings of one model with an index by image. Thread-safe for reading; one thread at a time
 * adds.
 */
public final class EmbeddingSet implements AutoCloseable {
  private final EmbeddingFile file;
  private final Map<ContentHash.Key, Integer> rowOf = new HashMap<>();

  EmbeddingSet(EmbeddingFile file) throws IOException {
    this.file = file;
    ContentHash.Key[] keys = file.keys(0);
    for (int row = 0; row < keys.length; row++) {
      rowOf.put(keys[row], row);
    }
  }

  /** The model's name in the catalogue, or the name given to imported features. */
  public String model() {
    return file.model();
  }

  public int dim() {
    return file.dim();
  }

  /** Images that have an embedding here. */
  public synchronized int size() {
    return rowOf.size();
  }

  public boolean contains(ContentHash image) {
    return row(image) >= 0;
  }

  /** The image's row, -1 if it has none. */
  public synchronized int row(ContentHash image) {
    return rowOf.getOrDefault(image.key(), -1);
  }

  /** Copies a row of {@link #row} into {@code target}. */
  public void copy(int row, float[] target, int offset) throws IOException {
    file.copyRow(row, target, offset);
  }

  /**
   * Adds embeddings durably; an image that has one already keeps it.
   *
   * @param block row-major, one row of {@link #dim} values an image
   */
  public synchronized void add(ContentHash[] images, float[] block) throws IOException {
    int dim = file.dim();
    if (block.length != images.length * dim) {
      throw new IllegalArgumentException(block.length + " values for " + images.length + " images");
    }
    Map<ContentHash.Key, Integer> fresh = new java.util.LinkedHashMap<>();
    for (int i = 0; i < images.length; i++) {
      if (!rowOf.containsKey(images[i].key())) {
        fresh.putIfAbsent(images[i].key(), i);
      }
    }
    float[] rows = new float[fresh.size() * dim];
    int at = 0;
    for (int source : fresh.values()) {
      System.arraycopy(block, source * dim, rows, at++ * dim, dim);
    }
    int first = Math.toIntExact(file.rows());
    file.append(fresh.keySet().toArray(new ContentHash.Key[0]), rows);
    for (ContentHash.Key key : fresh.keySet()) {
      rowOf.put(key, first++);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
