package org.facewright.network.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facewright.network.onnx.AttributeProto.TensorValue;

/**
 * Rewrites a model that was exported for a batch of one so that it takes any batch.
 *
 * <p>The first dimension of inputs and outputs becomes "batch", the shapes of inner values are
 * dropped (they would contradict), and a constant Reshape target that starts with 1 starts with 0
 * instead: "as it was". That is right wherever the first dimension is the batch all the way, which
 * a graph does not say; so compare the results of one and of two images before trusting it.
 */
public final class AnyBatch {
  private AnyBatch() {}

  public static ModelProto of(ModelProto model) {
    GraphProto graph = model.graph();
    Set<String> constants = new HashSet<>();
    graph.initializers().forEach(each -> constants.add(each.name()));
    Set<String> targets = reshapeTargets(graph);
    return model.withGraph(
        graph
            .withEnds(
                graph.inputs().stream()
                    .map(input -> constants.contains(input.name()) ? input : anyFirst(input))
                    .toList(),
                graph.outputs().stream().map(AnyBatch::anyFirst).toList(),
                List.of())
            .withInitializers(
                graph.initializers().stream()
                    .map(each -> targets.contains(each.name()) ? keepFirst(each) : each)
                    .toList())
            .withNodes(graph.nodes().stream().map(node -> keepFirst(node, targets)).toList()));
  }

  private static ValueInfoProto anyFirst(ValueInfoProto value) {
    TensorType tensor = value.tensor();
    return tensor == null ? value : value.withTensor(tensor.withFirst(Dimension.named("batch")));
  }

  /** Values that say the target of a Reshape and serve nothing else. */
  private static Set<String> reshapeTargets(GraphProto graph) {
    Set<String> targets = new HashSet<>();
    Set<String> otherwiseUsed = new HashSet<>();
    for (NodeProto node : graph.nodes()) {
      boolean reshape = node.opType().equals("Reshape");
      for (int i = 0; i < node.inputs().size(); i++) {
        (reshape && i == 1 ? targets : otherwiseUsed).add(node.inputs().get(i));
      }
    }
    targets.removeAll(otherwiseUsed);
    return targets;
  }

  private static NodeProto keepFirst(NodeProto node, Set<String> targets) {
    if (!node.opType().equals("Constant") || !targets.contains(node.outputs().getFirst())) {
      return node;
    }
    List<AttributeProto> attributes = new ArrayList<>();
    for (AttributeProto attribute : node.attributes()) {
      attributes.add(
          attribute.value() instanceof TensorValue(TensorProto tensor)
              ? attribute.withValue(new TensorValue(keepFirst(tensor)))
              : attribute);
    }
    return node.withAttributes(attributes);
  }

  private static TensorProto keepFirst(TensorProto target) {
    if (target.type() != DataType.INT64) {
      return target;
    }
    long[] shape = target.longValues();
    if (shape.length < 2 || shape[0] != 1) {
      return target;
    }
    shape[0] = 0;
    return TensorProto.longs(target.name(), target.dims(), shape);
  }
}
