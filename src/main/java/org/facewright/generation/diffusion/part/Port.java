package org.facewright.generation.diffusion.part;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An input or output as a network declares it.
 *
 * @param name as in the file
 * @param type of its elements
 * @param shape its dimensions, -1 where any length goes
 */
@SuppressWarnings("ArrayRecordComponent") // A shape: compared by nobody.
public record Port(String name, PortType type, long[] shape) {
  public int rank() {
    return shape.length;
  }

  /** The declared length along a dimension, or -1 where any length goes. */
  public long fixed(int dimension) {
    return dimension < shape.length && shape[dimension] > 0 ? shape[dimension] : -1;
  }

  /** Whether a tensor of this shape may go in here. */
  public boolean takes(long[] other) {
    if (other.length != shape.length) {
      return false;
    }
    for (int i = 0; i < shape.length; i++) {
      if (fixed(i) >= 0 && fixed(i) != other[i]) {
        return false;
      }
    }
    return true;
  }

  /** A shape in words, such as "[1, 4, any, any]". */
  public static String words(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(length -> length < 0 ? "any" : Long.toString(length))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
