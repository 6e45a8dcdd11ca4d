package org.facewright.network;

import java.util.List;
import org.facewright.network.op.Op;

/**
 * One operation at work on values.
 *
 * @param fullPrecision whether it computes in 32 bits even when the network runs in fewer
 */
public record Node(Op op, List<Value> inputs, Value output, boolean fullPrecision) {
  public Node {
    inputs = List.copyOf(inputs);
  }
}
