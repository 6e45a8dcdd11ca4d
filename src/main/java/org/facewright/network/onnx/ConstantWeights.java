package org.facewright.network.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes weights out of the list of inputs, where exporters of old put them.
 *
 * <p>As inputs a caller could replace them, so that an engine may not fold them into its nodes.
 * Format version 3 demands the double entry and is left alone.
 */
public final class ConstantWeights {
  private static final int FIRST_VERSION_THAT_ALLOWS_IT = 4;

  private ConstantWeights() {}

  public static ModelProto of(ModelProto model) {
    GraphProto graph = model.graph();
    if (model.irVersion() < FIRST_VERSION_THAT_ALLOWS_IT) {
      return model;
    }
    Set<String> weights = new HashSet<>();
    graph.initializers().forEach(each -> weights.add(each.name()));
    List<ValueInfoProto> inputs =
        graph.inputs().stream().filter(input -> !weights.contains(input.name())).toList();
    return model.withGraph(graph.withEnds(inputs, graph.outputs(), graph.values()));
  }
}
