package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** x * scale + shift with two fixed numbers. */
public record Affine(double scale, double shift) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
