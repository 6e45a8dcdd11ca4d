package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole ONNX model.
 *
 * @param irVersion version of the file format, 3 or more
 * @param producer name of the exporter
 * @param producerVersion version of the exporter
 * @param graph the network
 * @param opsets the operator sets its nodes are taken from
 * @param metadata free key-value texts
 * @param other fields that have no component here, as they were read
 */
public record ModelProto(
    long irVersion,
    String producer,
    String producerVersion,
    GraphProto graph,
    List<OperatorSet> opsets,
    List<TextEntry> metadata,
    List<ByteBuffer> other) {

  /** An operator set: domain "" is ONNX's own. */
  public record OperatorSet(String domain, long version) {}

  /** A new model of a graph, with ONNX's own operators only. */
  public static ModelProto of(GraphProto graph, long irVersion, long opset) {
    return new ModelProto(
        irVersion,
        "facewright",
        "",
        graph,
        List.of(new OperatorSet("", opset)),
        List.of(),
        List.of());
  }

  public ModelProto withGraph(GraphProto changed) {
    return new ModelProto(irVersion, producer, producerVersion, changed, opsets, metadata, other);
  }

  static ModelProto read(WireReader in) throws OnnxFormatException {
    long irVersion = 0;
    String producer = "";
    String producerVersion = "";
    GraphProto graph = null;
    List<OperatorSet> opsets = new ArrayList<>();
    List<TextEntry> metadata = new ArrayList<>();
    List<ByteBuffer> other = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> irVersion = in.varint();
        case 2 -> producer = in.text();
        case 3 -> producerVersion = in.text();
        case 7 -> graph = GraphProto.read(new WireReader(in.bytes()));
        case 8 -> opsets.add(readOpset(new WireReader(in.bytes())));
        case 14 -> metadata.add(TextEntry.read(new WireReader(in.bytes())));
        default -> other.add(in.skip());
      }
    }
    if (graph == null) {
      throw new OnnxFormatException("not an ONNX model: it holds no graph");
    }
    return new ModelProto(irVersion, producer, producerVersion, graph, opsets, metadata, other);
  }

  private static OperatorSet readOpset(WireReader in) throws OnnxFormatException {
    String domain = "";
    long version = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> domain = in.text();
        case 2 -> version = in.varint();
        default -> in.skip();
      }
    }
    return new OperatorSet(domain, version);
  }

  void write(WireWriter out) {
    out.number(1, irVersion);
    out.text(2, producer);
    out.text(3, producerVersion);
    out.message(7, graph::write);
    out.messages(
        8,
        opsets,
        (opset, writer) -> {
          writer.text(1, opset.domain());
          writer.number(2, opset.version());
        });
    out.messages(14, metadata, TextEntry::write);
    out.raw(other);
  }
}
