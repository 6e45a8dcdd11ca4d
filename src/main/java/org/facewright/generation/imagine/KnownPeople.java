package org.facewright.generation.imagine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.facewright.vector.Kernels;

/**
 * People by their vectors, and who of them is most like somebody. Grows; exact. One thread at a
 * time.
 */
public final class KnownPeople {
  private static final int BLOCK = 4096;

  /** Rows of one origin: a block that is filled, and how its rows are called. */
  private record Block(float[] rows, int count, IntFunction<String> names) {}

  private final int dim;
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private float[] open;
  private int openRows;
  private int openFirst;
  private long size;

  /** Nobody yet, in vectors of this length. */
  public KnownPeople(int dim) {
    this.dim = dim;
    this.open = new float[16 * dim];
  }

  public int dim() {
    return dim;
  }

  public long size() {
    return size;
  }

  /**
   * Who is most like somebody.
   *
   * @param name of the person
   * @param similarity cosine
   */
  public record Nearest(String name, float similarity) {}

  /** Adds somebody; the vector is normalised on the way. */
  public void add(String name, float[] vector) {
    requireDim(vector.length);
    if (openRows == BLOCK) {
      seal();
    }
    if ((openRows + 1) * dim > open.length) {
      open = java.util.Arrays.copyOf(open, Math.min(BLOCK * dim, 2 * open.length));
    }
    System.arraycopy(vector, 0, open, openRows * dim, dim);
    if (Kernels.normalise(open, openRows * dim, dim)) {
      added.add(name);
      openRows++;
      size++;
    }
  }

  private void seal() {
    int first = openFirst;
    blocks.add(new Block(open, openRows, row -> added.get(first + row)));
    openFirst += openRows;
    openRows = 0;
    open = new float[16 * dim];
  }

  /**
   * Adds many at once.
   *
   * @param rows [count][dim]; normalised in place and kept
   * @param names of a row
   */
  public void addAll(float[] rows, IntFunction<String> names) {
    int count = rows.length / dim;
    for (int row = 0; row < count; row++) {
      Kernels.normalise(rows, row * dim, dim);
    }
    blocks.add(new Block(rows, count, names));
    size += count;
  }

  private void requireDim(int length) {
    if (length != dim) {
      throw new IllegalArgumentException(
          "a vector of " + length + " numbers cannot be compared with vectors of " + dim);
    }
  }

  /** The most similar person; empty while nobody is known. */
  public Optional<Nearest> nearest(float[] unit) {
    requireDim(unit.length);
    List<Block> all = new ArrayList<>(blocks);
    int first = openFirst;
    all.add(new Block(open, openRows, row -> added.get(first + row)));
    return all.stream()
        .filter(block -> block.count() > 0)
        .map(block -> best(block, unit))
        .max(java.util.Comparator.comparingDouble(Nearest::similarity));
  }

  private Nearest best(Block block, float[] unit) {
    float[] products = new float[block.count()];
    IntStream.range(0, block.count())
        .parallel()
        .forEach(row -> products[row] = Kernels.dot(block.rows(), row * dim, unit, 0, dim));
    int best = 0;
    for (int row = 1; row < products.length; row++) {
      best = products[row] > products[best] ? row : best;
    }
    return new Nearest(block.names().apply(best), products[best]);
  }
}
