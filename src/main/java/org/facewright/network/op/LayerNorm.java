package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/** Normalisation over the last dimension. */
public record LayerNorm(Parameter weight, Parameter bias, double eps) implements Op {
  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs);
    Shapes.require(in.size(-1) == weight.dims().size(0), weight.name() + " cannot normalise " + in);
    return in;
  }
}
