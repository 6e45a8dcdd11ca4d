package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name and type of a value.
 *
 * @param name of the value
 * @param tensor its type, or null where it is no plain tensor or no type is given
 * @param other fields that have no component here, as they were read
 */
public record ValueInfoProto(String name, @Nullable TensorType tensor, List<ByteBuffer> other) {

  /** A tensor value; null for a dimension is "any". */
  public static ValueInfoProto of(String name, DataType type, Dimension... shape) {
    return new ValueInfoProto(name, new TensorType(type, List.of(shape), true), List.of());
  }

  public ValueInfoProto withTensor(TensorType changed) {
    return new ValueInfoProto(name, changed, other);
  }

  static ValueInfoProto read(WireReader in) throws OnnxFormatException {
    String name = "";
    TensorType tensor = null;
    List<ByteBuffer> other = new ArrayList<>();
    while (in.next()) {
      if (in.field() == 1) {
        name = in.text();
      } else if (in.field() == 2) {
        ByteBuffer whole = in.skip();
        tensor = TensorType.readType(fieldContent(whole));
        if (tensor == null) {
          other.add(whole);
        }
      } else {
        other.add(in.skip());
      }
    }
    return new ValueInfoProto(name, tensor, other);
  }

  private static WireReader fieldContent(ByteBuffer field) throws OnnxFormatException {
    WireReader in = new WireReader(field);
    in.next();
    return new WireReader(in.bytes());
  }

  void write(WireWriter out) {
    out.text(1, name);
    TensorType type = tensor;
    if (type != null) {
      out.message(2, writer -> writer.message(1, type::write));
    }
    out.raw(other);
  }
}
