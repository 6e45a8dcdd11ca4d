package org.facewright.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's dimensions; {@link #BATCH} stands for the one that is only known when the
 * network runs. Immutable.
 */
public record Dims(List<Integer> sizes) {
  /** The size of a batch: free until the network runs. */
  public static final int BATCH = -1;

  public Dims {
    sizes = List.copyOf(sizes);
    for (int size : sizes) {
      if (size < 0 && size != BATCH) {
        throw new IllegalArgumentException("a dimension of size " + size);
      }
    }
  }

  public static Dims of(int... sizes) {
    return new Dims(Arrays.stream(sizes).boxed().toList());
  }

  public int rank() {
    return sizes.size();
  }

  /** The size of a dimension; negative axes count from the end. */
  public int size(int axis) {
    return sizes.get(axis(axis));
  }

  /** The axis as a number from 0; negative axes count from the end. */
  public int axis(int axis) {
    int found = axis < 0 ? axis + rank() : axis;
    if (found < 0 || found >= rank()) {
      throw new IllegalArgumentException("axis " + axis + " of " + this);
    }
    return found;
  }

  public Dims with(int axis, int size) {
    List<Integer> changed = new ArrayList<>(sizes);
    changed.set(axis(axis), size);
    return new Dims(changed);
  }

  /** The product of all sizes but the batch's. */
  public long elements() {
    long product = 1;
    for (int size : sizes) {
      product *= size == BATCH ? 1 : size;
    }
    return product;
  }

  /** The sizes of two tensors joined element by element, PyTorch's broadcasting. */
  public static Dims broadcast(Dims one, Dims other) {
    int rank = Math.max(one.rank(), other.rank());
    List<Integer> joined = new ArrayList<>();
    for (int axis = -rank; axis < 0; axis++) {
      int left = -axis > one.rank() ? 1 : one.size(axis);
      int right = -axis > other.rank() ? 1 : other.size(axis);
      if (left != right && left != 1 && right != 1) {
        throw new IllegalArgumentException("cannot join " + one + " and " + other);
      }
      joined.add(left == 1 ? right : left);
    }
    return new Dims(joined);
  }

  @Override
  public String toString() {
    return sizes.stream()
        .map(size -> size == BATCH ? "B" : size.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
