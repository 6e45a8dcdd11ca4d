package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** x where positive, else x times a fixed slope. */
public record LeakyRelu(double slope) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
