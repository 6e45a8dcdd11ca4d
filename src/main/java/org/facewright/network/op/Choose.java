package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Inputs (mask, a, b): a where the mask is above one half, b elsewhere, with broadcasting. */
public record Choose() implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(inputs.size() == 3, "needs a mask and two choices, not " + inputs);
    return Dims.broadcast(inputs.get(0), Dims.broadcast(inputs.get(1), inputs.get(2)));
  }
}
