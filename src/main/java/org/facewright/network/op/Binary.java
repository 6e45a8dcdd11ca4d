package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Two tensors joined number by number, the smaller repeated as PyTorch broadcasts. */
public record Binary(Kind kind) implements Op {
  /** The four sums. */
  public enum Kind {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }

  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(inputs.size() == 2, "needs two inputs, not " + inputs);
    return Dims.broadcast(inputs.get(0), inputs.get(1));
  }
}
