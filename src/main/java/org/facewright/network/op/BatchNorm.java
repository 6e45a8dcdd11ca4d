package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;

/**
 * Batch normalisation over dimension 1. In training it uses the batch's own statistics and moves
 * the running ones by {@code momentum}; otherwise it uses the running ones.
 */
public record BatchNorm(
    Parameter weight,
    Parameter bias,
    Parameter mean,
    Parameter variance,
    Parameter counter,
    double eps,
    double momentum)
    implements Op {
  @Override
  public List<Parameter> parameters() {
    return List.of(weight, bias, mean, variance, counter);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs);
    Shapes.require(
        in.rank() >= 2 && in.size(1) == weight.dims().size(0),
        weight.name() + " cannot normalise " + in);
    return in;
  }
}
