package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Positions start (included) to end (excluded) along an axis. */
public record Slice(int axis, int start, int end) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs);
    Shapes.require(
        start >= 0 && start < end && end <= in.size(axis),
        "no positions " + start + " to " + end + " in " + in);
    return in.with(axis, end - start);
  }
}
