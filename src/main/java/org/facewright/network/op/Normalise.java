package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** x / max(|x|, eps) with the Euclidean length along an axis. */
public record Normalise(int axis, double eps) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    return Shapes.only(inputs);
  }
}
