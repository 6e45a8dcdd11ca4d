package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Each number held within [low, high]; no gradient flows from outside. */
public record Clamp(double low, double high) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
