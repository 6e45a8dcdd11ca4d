package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph of nodes in topological order.
 *
 * @param name its name
 * @param nodes each after the nodes whose outputs it reads
 * @param initializers the constant tensors, weights above all
 * @param inputs what a caller feeds (older files list the initializers here too)
 * @param outputs what a caller gets
 * @param values shapes of values in between, as far as the exporter wrote them
 * @param other fields that have no component here, as they were read
 */
public record GraphProto(
    String name,
    List<NodeProto> nodes,
    List<TensorProto> initializers,
    List<ValueInfoProto> inputs,
    List<ValueInfoProto> outputs,
    List<ValueInfoProto> values,
    List<ByteBuffer> other) {

  /** A new graph without shapes of inner values. */
  public static GraphProto of(
      String name,
      List<NodeProto> nodes,
      List<TensorProto> initializers,
      List<ValueInfoProto> inputs,
      List<ValueInfoProto> outputs) {
    return new GraphProto(name, nodes, initializers, inputs, outputs, List.of(), List.of());
  }

  public GraphProto withNodes(List<NodeProto> changed) {
    return new GraphProto(name, changed, initializers, inputs, outputs, values, other);
  }

  public GraphProto withInitializers(List<TensorProto> changed) {
    return new GraphProto(name, nodes, changed, inputs, outputs, values, other);
  }

  public GraphProto withEnds(
      List<ValueInfoProto> changedInputs,
      List<ValueInfoProto> changedOutputs,
      List<ValueInfoProto> changedValues) {
    return new GraphProto(
        name, nodes, initializers, changedInputs, changedOutputs, changedValues, other);
  }

  static GraphProto read(WireReader in) throws OnnxFormatException {
    String name = "";
    List<NodeProto> nodes = new ArrayList<>();
    List<TensorProto> initializers = new ArrayList<>();
    List<ValueInfoProto> inputs = new ArrayList<>();
    List<ValueInfoProto> outputs = new ArrayList<>();
    List<ValueInfoProto> values = new ArrayList<>();
    List<ByteBuffer> other = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> nodes.add(NodeProto.read(new WireReader(in.bytes())));
        case 2 -> name = in.text();
        case 5 -> initializers.add(TensorProto.read(new WireReader(in.bytes())));
        case 11 -> inputs.add(ValueInfoProto.read(new WireReader(in.bytes())));
        case 12 -> outputs.add(ValueInfoProto.read(new WireReader(in.bytes())));
        case 13 -> values.add(ValueInfoProto.read(new WireReader(in.bytes())));
        default -> other.add(in.skip());
      }
    }
    return new GraphProto(name, nodes, initializers, inputs, outputs, values, other);
  }

  void write(WireWriter out) {
    out.messages(1, nodes, NodeProto::write);
    out.text(2, name);
    out.messages(5, initializers, TensorProto::write);
    out.messages(11, inputs, ValueInfoProto::write);
    out.messages(12, outputs, ValueInfoProto::write);
    out.messages(13, values, ValueInfoProto::write);
    out.raw(other);
  }
}
