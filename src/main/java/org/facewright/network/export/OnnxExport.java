package org.facewright.network.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facewright.network.Dims;
import org.facewright.network.Network;
import org.facewright.network.Value;
import org.facewright.network.onnx.DataType;
import org.facewright.network.onnx.Dimension;
import org.facewright.network.onnx.GraphProto;
import org.facewright.network.onnx.ModelProto;
import org.facewright.network.onnx.NodeProto;
import org.facewright.network.onnx.ValueInfoProto;
import org.facewright.network.weights.Weights;

/**
 * A network in use (norms by their running statistics, no dropout) as an ONNX model with a free
 * batch dimension, opset 17, 32-bit floats. Initializers keep the parameters' names.
 */
public final class OnnxExport {
  private static final long IR_VERSION = 8;
  private static final long OPSET = 17;

  private OnnxExport() {}

  /**
   * One input is called {@code input}, several {@code input0}, {@code input1} ...; outputs
   * likewise.
   *
   * @param weights as {@link Weights#strictFor} gave them
   */
  public static ModelProto model(Network network, Weights weights) {
    OnnxOps ops = new OnnxOps(weights);
    List<ValueInfoProto> inputs = ends("input", network.inputs());
    for (int i = 0; i < inputs.size(); i++) {
      ops.name(network.inputs().get(i), inputs.get(i).name());
    }
    network.nodes().forEach(ops::add);
    List<ValueInfoProto> outputs = ends("output", network.outputs());
    List<NodeProto> nodes = new ArrayList<>(ops.nodes());
    for (int i = 0; i < outputs.size(); i++) {
      String made = ops.nameOf(network.outputs().get(i));
      nodes.add(NodeProto.of("Identity", List.of(made), List.of(outputs.get(i).name())));
    }
    GraphProto graph = GraphProto.of(network.name(), nodes, ops.initializers(), inputs, outputs);
    return ModelProto.of(graph, IR_VERSION, OPSET);
  }

  private static List<ValueInfoProto> ends(String name, List<Value> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> end(values.size() == 1 ? name : name + i, values.get(i)))
        .toList();
  }

  private static ValueInfoProto end(String name, Value value) {
    Dimension[] dims =
        value.dims().sizes().stream()
            .map(size -> size == Dims.BATCH ? Dimension.named("batch") : Dimension.of(size))
            .toArray(Dimension[]::new);
    return ValueInfoProto.of(name, value.integers() ? DataType.INT64 : DataType.FLOAT, dims);
  }
}
