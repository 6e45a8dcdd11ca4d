package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/**
 * The mean of each window. Adaptive pooling to n x n is one of kernel and stride size / n; pooling
 * over everything is one window.
 */
public record AveragePool(int kernel, int stride) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs, 4);
    return in.with(2, Shapes.window(in.size(2), kernel, stride, 0))
        .with(3, Shapes.window(in.size(3), kernel, stride, 0));
  }
}
