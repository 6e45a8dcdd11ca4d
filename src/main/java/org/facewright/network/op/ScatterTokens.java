package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/**
 * Inputs (tokens [B, N, D], positions [B, K] as integers, replacements [B, K, D]): the tokens with
 * those at the positions replaced. Positions of one sample must differ.
 */
public record ScatterTokens() implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(inputs.size() == 3, "needs tokens, positions and replacements");
    Dims tokens = inputs.get(0);
    Shapes.require(
        tokens.rank() == 3 && inputs.get(2).equals(tokens.with(1, inputs.get(1).size(1))),
        "cannot place " + inputs.get(2) + " in " + tokens);
    return tokens;
  }
}
