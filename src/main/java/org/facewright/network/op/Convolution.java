package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;
import org.facewright.network.Parameter;
import org.jspecify.annotations.Nullable;

/** Two-dimensional convolution with square steps; the weight is [out, in / groups, h, w]. */
public record Convolution(
    Parameter weight, @Nullable Parameter bias, int stride, int padding, int groups) implements Op {
  @Override
  public List<Parameter> parameters() {
    return Shapes.list(weight, bias);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs, 4);
    Dims kernel = weight.dims();
    Shapes.require(in.size(1) == kernel.size(1) * groups, weight.name() + " cannot convolve " + in);
    return Dims.of(
        in.size(0),
        kernel.size(0),
        Shapes.window(in.size(2), kernel.size(2), stride, padding),
        Shapes.window(in.size(3), kernel.size(3), stride, padding));
  }
}
