package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** The dimensions in another order. */
public record Permute(List<Integer> order) implements Op {
  public Permute {
    order = List.copyOf(order);
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Dims in = Shapes.only(inputs, order.size());
    return new Dims(order.stream().map(in::size).toList());
  }
}
