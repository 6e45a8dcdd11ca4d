package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A named constant of a node.
 *
 * @param name as the operator's description spells it
 * @param value of the type the operator wants
 * @param other fields that have no component here, as they were read
 */
public record AttributeProto(String name, Value value, List<ByteBuffer> other) {

  /** What an attribute may hold. */
  public sealed interface Value {}

  public record FloatValue(float value) implements Value {}

  public record IntValue(long value) implements Value {}

  /** Text, or any bytes. */
  public record TextValue(ByteBuffer bytes) implements Value {
    public String text() {
      return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
  }

  public record TensorValue(TensorProto tensor) implements Value {}

  /** The branch of an If, the body of a Loop. */
  public record GraphValue(GraphProto graph) implements Value {}

  public record FloatsValue(List<Float> values) implements Value {}

  public record IntsValue(List<Long> values) implements Value {}

  public record TextsValue(List<String> values) implements Value {}

  /** A kind that this reader does not know, by its number: the value is among the other fields. */
  public record UnreadValue(long type) implements Value {}

  public static AttributeProto of(String name, float value) {
    return of(name, new FloatValue(value));
  }

  public static AttributeProto of(String name, long value) {
    return of(name, new IntValue(value));
  }

  public static AttributeProto of(String name, String text) {
    return of(name, new TextValue(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
  }

  public static AttributeProto of(String name, TensorProto tensor) {
    return of(name, new TensorValue(tensor));
  }

  public static AttributeProto ints(String name, long... values) {
    return of(name, new IntsValue(Arrays.stream(values).boxed().toList()));
  }

  private static AttributeProto of(String name, Value value) {
    return new AttributeProto(name, value, List.of());
  }

  AttributeProto withValue(Value changed) {
    return new AttributeProto(name, changed, other);
  }

  static AttributeProto read(WireReader in) throws OnnxFormatException {
    return new AttributeReader().read(in);
  }

  void write(WireWriter out) {
    out.text(1, name);
    switch (value) {
      case FloatValue it -> {
        out.float32(2, it.value());
        out.number(20, 1);
      }
      case IntValue it -> {
        out.numberAlways(3, it.value());
        out.number(20, 2);
      }
      case TextValue it -> {
        out.bytes(4, it.bytes());
        out.number(20, 3);
      }
      case TensorValue it -> {
        out.message(5, it.tensor()::write);
        out.number(20, 4);
      }
      case GraphValue it -> {
        out.message(6, it.graph()::write);
        out.number(20, 5);
      }
      case FloatsValue it -> {
        it.values().forEach(each -> out.float32(7, each));
        out.number(20, 6);
      }
      case IntsValue it -> {
        it.values().forEach(each -> out.numberAlways(8, each));
        out.number(20, 7);
      }
      case TextsValue it -> {
        out.texts(9, it.values());
        out.number(20, 8);
      }
      case UnreadValue it -> out.number(20, it.type());
    }
    out.raw(other);
  }
}
