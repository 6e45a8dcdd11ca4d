package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;
import org.jspecify.annotations.Nullable;

/** What operations ask of the shapes they are given. */
final class Shapes {
  private Shapes() {}

  static Dims only(List<Dims> inputs, int rank) {
    Dims dims = only(inputs);
    if (dims.rank() != rank) {
      throw new IllegalArgumentException("needs " + rank + " dimensions, not " + dims);
    }
    return dims;
  }

  static Dims only(List<Dims> inputs) {
    require(inputs.size() == 1, "needs one input, not " + inputs);
    return inputs.getFirst();
  }

  static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  static int window(int size, int kernel, int stride, int padding) {
    require(size + 2 * padding >= kernel, "a window of " + kernel + " on " + size);
    return (size + 2 * padding - kernel) / stride + 1;
  }

  static List<Parameter> list(Parameter weight, @Nullable Parameter bias) {
    return bias == null ? List.of(weight) : List.of(weight, bias);
  }
}
