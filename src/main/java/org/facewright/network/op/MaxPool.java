package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** The largest number of each window. */
public record MaxPool(int kernel, int stride, int padding) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs, 4);
    return in.with(2, Shapes.window(in.size(2), kernel, stride, padding))
        .with(3, Shapes.window(in.size(3), kernel, stride, padding));
  }
}
