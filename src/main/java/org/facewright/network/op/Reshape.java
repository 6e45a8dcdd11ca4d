package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** The same numbers in other dimensions; the batch stays the first. */
public record Reshape(Dims dims) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs);
    Shapes.require(
        in.size(0) == dims.size(0) && in.elements() == dims.elements(),
        "cannot see " + in + " as " + dims);
    return dims;
  }
}
