package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** In training, each number is 0 with this probability and the rest grow to match; else nothing. */
public record Dropout(double rate) implements Op {
  public Dropout {
    Shapes.require(rate >= 0 && rate < 1, "a dropout rate of " + rate);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
