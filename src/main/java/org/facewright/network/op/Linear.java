package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;
import org.jspecify.annotations.Nullable;

/** y = x W' + b over the last dimension; the weight is [out, in]. */
public record Linear(Parameter weight, @Nullable Parameter bias) implements Op {
  @Override
  public List<Parameter> parameters() {
    return Shapes.list(weight, bias);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs);
    Shapes.require(in.size(-1) == weight.dims().size(1), weight.name() + " cannot multiply " + in);
    return in.with(-1, weight.dims().size(0));
  }
}
