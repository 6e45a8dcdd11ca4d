package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** exp(x) / sum of exp along an axis, computed in 32 bits. */
public record Softmax(int axis) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
