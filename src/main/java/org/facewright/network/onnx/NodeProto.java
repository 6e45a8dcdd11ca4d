package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation.
 *
 * @param opType the operator, such as "Conv"
 * @param domain its operator set; "" is ONNX's own
 * @param name free, may be ""
 * @param inputs names of values; "" leaves an optional input out
 * @param outputs names of values, each written by one node only
 * @param attributes its constants
 * @param other fields that have no component here, as they were read
 */
public record NodeProto(
    String opType,
    String domain,
    String name,
    List<String> inputs,
    List<String> outputs,
    List<AttributeProto> attributes,
    List<ByteBuffer> other) {

  /** A node of ONNX's own operators, named after its first output. */
  public static NodeProto of(
      String opType, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
    return new NodeProto(
        opType, "", outputs.getFirst(), inputs, outputs, List.of(attributes), List.of());
  }

  public NodeProto withAttributes(List<AttributeProto> changed) {
    return new NodeProto(opType, domain, name, inputs, outputs, changed, other);
  }

  static NodeProto read(WireReader in) throws OnnxFormatException {
    String opType = "";
    String domain = "";
    String name = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<AttributeProto> attributes = new ArrayList<>();
    List<ByteBuffer> other = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> inputs.add(in.text());
        case 2 -> outputs.add(in.text());
        case 3 -> name = in.text();
        case 4 -> opType = in.text();
        case 5 -> attributes.add(AttributeProto.read(new WireReader(in.bytes())));
        case 7 -> domain = in.text();
        default -> other.add(in.skip());
      }
    }
    return new NodeProto(opType, domain, name, inputs, outputs, attributes, other);
  }

  void write(WireWriter out) {
    out.texts(1, inputs);
    out.texts(2, outputs);
    out.text(3, name);
    out.text(4, opType);
    out.messages(5, attributes, AttributeProto::write);
    out.text(7, domain);
    out.raw(other);
  }
}
