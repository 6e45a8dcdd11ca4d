package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/** A parameter used as a value, such as learned positions; {@code dims} is how it is seen. */
public record Learned(Parameter weight, Dims dims) implements Op {
  @Override
  public List<Parameter> parameters() {
    return List.of(weight);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(
        inputs.isEmpty() && dims.elements() == weight.dims().elements(),
        weight.name() + " cannot be seen as " + dims);
    return dims;
  }
}
