package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** The mean over some axes, which stay with size 1. */
public record Mean(List<Integer> axes) implements Op {
  public Mean {
    axes = List.copyOf(axes);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims out = Shapes.only(inputs);
    for (int axis : axes) {
      out = out.with(axis, 1);
    }
    return out;
  }
}
