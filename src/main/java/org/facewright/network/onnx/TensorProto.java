package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A constant tensor.
 *
 * <p>However a file stores its elements, here they are raw: little endian, row-major. Tensors of
 * text and tensors whose data lie in another file ({@code external} not empty) have empty {@code
 * raw} and are carried along.
 *
 * @param name of the value it is
 * @param type of its elements
 * @param dims its shape; empty is a scalar
 * @param raw the elements, position 0, little endian; read-only by convention
 * @param external keys (location, offset, length) that say where the data lie, or none
 * @param other fields that have no component here, as they were read
 */
@SuppressWarnings("ArrayRecordComponent") // A shape: compared by nobody.
public record TensorProto(
    String name,
    DataType type,
    long[] dims,
    ByteBuffer raw,
    List<TextEntry> external,
    List<ByteBuffer> other) {
  private static final long DATA_IN_OTHER_FILE = 1;

  /** A tensor of floats. */
  public static TensorProto floats(String name, long[] dims, float... values) {
    ByteBuffer raw = littleEndian(values.length * 4);
    raw.asFloatBuffer().put(values);
    return new TensorProto(name, DataType.FLOAT, dims, raw, List.of(), List.of());
  }

  /** A tensor of 64-bit integers, as shapes are. */
  public static TensorProto longs(String name, long[] dims, long... values) {
    ByteBuffer raw = littleEndian(values.length * 8);
    raw.asLongBuffer().put(values);
    return new TensorProto(name, DataType.INT64, dims, raw, List.of(), List.of());
  }

  static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The same tensor with other elements of the same number and type. */
  public TensorProto withRaw(ByteBuffer changed) {
    return new TensorProto(name, type, dims, changed, external, other);
  }

  /** The elements of an INT64 tensor, copied. */
  public long[] longValues() {
    long[] values = new long[raw.remaining() / 8];
    raw.duplicate().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
    return values;
  }

  /** The elements of a FLOAT tensor, copied. */
  public float[] floatValues() {
    float[] values = new float[raw.remaining() / 4];
    raw.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  static TensorProto read(WireReader in) throws OnnxFormatException {
    return new TensorReader().read(in);
  }

  void write(WireWriter out) {
    out.packedNumbers(1, dims);
    out.number(2, type.number());
    out.text(8, name);
    if (raw.hasRemaining()) {
      out.bytes(9, raw);
    }
    out.messages(13, external, TextEntry::write);
    out.number(14, external.isEmpty() ? 0 : DATA_IN_OTHER_FILE);
    out.raw(other);
  }
}
