package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.facewright.network.onnx.AttributeProto.FloatValue;
import org.facewright.network.onnx.AttributeProto.FloatsValue;
import org.facewright.network.onnx.AttributeProto.GraphValue;
import org.facewright.network.onnx.AttributeProto.IntValue;
import org.facewright.network.onnx.AttributeProto.IntsValue;
import org.facewright.network.onnx.AttributeProto.TensorValue;
import org.facewright.network.onnx.AttributeProto.TextValue;
import org.facewright.network.onnx.AttributeProto.TextsValue;
import org.facewright.network.onnx.AttributeProto.UnreadValue;
import org.facewright.network.onnx.AttributeProto.Value;
import org.jspecify.annotations.Nullable;

/** Reads one attribute; its type is told by a field that may come after its value. */
final class AttributeReader {
  private String name = "";
  private long type;
  private final List<ByteBuffer> unread = new ArrayList<>();
  private final List<Float> floats = new ArrayList<>();
  private final List<Long> ints = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private float number;
  private long integer;
  private @Nullable ByteBuffer text;
  private @Nullable ByteBuffer tensor;
  private @Nullable ByteBuffer graph;

  AttributeProto read(WireReader in) throws OnnxFormatException {
    while (in.next()) {
      readField(in);
    }
    return new AttributeProto(name, value(), unread);
  }

  private void readField(WireReader in) throws OnnxFormatException {
    switch (in.field()) {
      case 1 -> name = in.text();
      case 2 -> number = in.fixed32();
      case 3 -> integer = in.varint();
      case 4 -> text = in.bytes();
      case 5 -> tensor = in.bytes();
      case 6 -> graph = in.bytes();
      case 7 -> readFloats(in);
      case 8 -> readInts(in);
      case 9 -> texts.add(in.text());
      case 20 -> type = in.varint();
      default -> unread.add(in.skip());
    }
  }

  private void readFloats(WireReader in) throws OnnxFormatException {
    if (in.wireType() != WireReader.BYTES) {
      floats.add(in.fixed32());
      return;
    }
    ByteBuffer packed = in.bytes();
    while (packed.remaining() >= 4) {
      floats.add(packed.getFloat());
    }
  }

  private void readInts(WireReader in) throws OnnxFormatException {
    if (in.wireType() != WireReader.BYTES) {
      ints.add(in.varint());
      return;
    }
    for (long each : PackedNumbers.read(in.bytes())) {
      ints.add(each);
    }
  }

  private Value value() throws OnnxFormatException {
    return switch ((int) kind()) {
      case 1 -> new FloatValue(number);
      case 2 -> new IntValue(integer);
      case 3 -> new TextValue(text == null ? ByteBuffer.allocate(0) : text);
      case 4 -> new TensorValue(TensorProto.read(new WireReader(present(tensor, "tensor"))));
      case 5 -> new GraphValue(GraphProto.read(new WireReader(present(graph, "graph"))));
      case 6 -> new FloatsValue(floats);
      case 7 -> new IntsValue(ints);
      case 8 -> new TextsValue(texts);
      default -> new UnreadValue(type);
    };
  }

  /** Files of the first format version do not tell the type: it shows in what is there. */
  private long kind() {
    if (type != 0 || !unread.isEmpty()) {
      return type;
    }
    if (tensor != null) {
      return 4;
    }
    if (graph != null) {
      return 5;
    }
    if (text != null) {
      return 3;
    }
    if (!texts.isEmpty()) {
      return 8;
    }
    if (!ints.isEmpty()) {
      return 7;
    }
    if (!floats.isEmpty()) {
      return 6;
    }
    return integer != 0 ? 2 : 1;
  }

  private ByteBuffer present(@Nullable ByteBuffer bytes, String what) throws OnnxFormatException {
    if (bytes == null) {
      throw new OnnxFormatException("not an ONNX model: attribute " + name + " has no " + what);
    }
    return bytes;
  }
}
