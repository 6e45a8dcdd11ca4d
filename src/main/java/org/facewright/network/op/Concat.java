package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Tensors one after the other along an axis. */
public record Concat(int axis) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Dims first = inputs.getFirst();
    int sum = 0;
    for (Dims dims : inputs) {
      sum += dims.size(axis);
      Shapes.require(dims.with(axis, 0).equals(first.with(axis, 0)), "cannot join " + inputs);
    }
    return first.with(axis, sum);
  }
}
