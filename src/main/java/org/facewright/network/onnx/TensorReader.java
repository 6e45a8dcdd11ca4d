package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one tensor and brings its elements into raw form, whichever field holds them. */
final class TensorReader {
  private String name = "";
  private DataType type = DataType.UNDEFINED;
  private long[] dims = {};
  private long[] integers = {};
  private @Nullable ByteBuffer raw;
  private final List<ByteBuffer> floats = new ArrayList<>();
  private final List<TextEntry> external = new ArrayList<>();
  private final List<ByteBuffer> other = new ArrayList<>();

  TensorProto read(WireReader in) throws OnnxFormatException {
    while (in.next()) {
      readField(in);
    }
    return new TensorProto(name, type, dims, elements(), external, other);
  }

  private void readField(WireReader in) throws OnnxFormatException {
    switch (in.field()) {
      case 1 -> dims = PackedNumbers.append(dims, in);
      case 2 -> type = DataType.of(in.varint());
      case 4 -> floats.add(in.wireType() == WireReader.BYTES ? in.bytes() : single(in.fixed32()));
      case 10 -> floats.add(in.wireType() == WireReader.BYTES ? in.bytes() : single(in.fixed64()));
      case 5, 7, 11 -> integers = PackedNumbers.append(integers, in);
      case 8 -> name = in.text();
      case 9 -> raw = in.bytes();
      case 13 -> external.add(TextEntry.read(new WireReader(in.bytes())));
      case 14 -> in.varint();
      default -> other.add(in.skip());
    }
  }

  private static ByteBuffer single(float value) {
    return TensorProto.littleEndian(4).putFloat(0, value);
  }

  private static ByteBuffer single(double value) {
    return TensorProto.littleEndian(8).putDouble(0, value);
  }

  private ByteBuffer elements() {
    if (raw != null) {
      return raw;
    }
    if (!floats.isEmpty()) {
      return joined();
    }
    ByteBuffer elements = TensorProto.littleEndian(integers.length * type.bytes());
    for (long each : integers) {
      switch (type.bytes()) {
        case 1 -> elements.put((byte) each);
        case 2 -> elements.putShort((short) each);
        case 4 -> elements.putInt((int) each);
        case 8 -> elements.putLong(each);
        default -> {}
      }
    }
    return elements.flip();
  }

  private ByteBuffer joined() {
    if (floats.size() == 1) {
      return floats.getFirst();
    }
    int bytes = floats.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer all = TensorProto.littleEndian(bytes);
    floats.forEach(all::put);
    return all.flip();
  }
}
