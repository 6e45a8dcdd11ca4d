package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Fixed numbers that belong to the network's description, such as an input's mean a channel. */
public record Constant(Dims dims, List<Float> values) implements Op {
  public Constant {
    values = List.copyOf(values);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(
        inputs.isEmpty() && dims.elements() == values.size(), "wrong number of constants");
    return dims;
  }
}
