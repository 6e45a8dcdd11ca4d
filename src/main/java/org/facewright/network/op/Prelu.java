package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/** x where positive, else x times the channel's own slope; channels are dimension 1. */
public record Prelu(Parameter weight) implements Op {
  @Override
  public List<Parameter> parameters() {
    return List.of(weight);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs);
    int slopes = weight.dims().size(0);
    Shapes.require(slopes == 1 || in.size(1) == slopes, weight.name() + " does not fit " + in);
    return in;
  }
}
