package org.facewright.network.op;

import java.util.List;
import org.facewright.network.Dims;

/**
 * Scaled dot-product attention of (queries, keys, values), each [B, N, D] with the heads side by
 * side in D; the softmax adds in 32 bits.
 */
public record Attention(int heads) implements Op {
  @Override
  public Dims output(List<Dims> inputs) {
    Shapes.require(inputs.size() == 3, "needs queries, keys and values, not " + inputs);
    Dims queries = inputs.getFirst();
    Shapes.require(
        queries.rank() == 3
            && queries.size(2) % heads == 0
            && inputs.get(1).equals(inputs.get(2))
            && inputs.get(1).size(2) == queries.size(2),
        "no attention of " + heads + " heads on " + inputs);
    return queries;
  }
}
