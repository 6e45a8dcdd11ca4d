package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/** Inputs (tokens [B, N, D], positions [B, K] as integers): the tokens at those positions. */
public record GatherTokens() implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(
        inputs.size() == 2 && inputs.get(0).rank() == 3 && inputs.get(1).rank() == 2,
        "needs tokens and positions, not " + inputs);
    return inputs.get(0).with(1, inputs.get(1).size(1));
  }
}
