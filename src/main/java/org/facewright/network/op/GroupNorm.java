package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/** Normalisation over groups of channels (dimension 1) of one sample. */
public record GroupNorm(Parameter weight, Parameter bias, int groups, double eps) implements Op {
  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs, 4);
    int channels = weight.dims().size(0);
    Shapes.require(
        in.size(1) == channels && channels % groups == 0,
        weight.name() + " cannot normalise " + in + " in " + groups + " groups");
    return in;
  }
}
