package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads one protobuf message field by field, without copying its bytes.
 *
 * <p>Source: Protocol Buffers, "Encoding". Not thread-safe; the slices it hands out are read-only.
 */
final class WireReader {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private final ByteBuffer message;
  private int fieldStart;
  private int tag;

  WireReader(ByteBuffer message) {
    this.message = message.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Moves to the next field; false at the end of the message. */
  boolean next() throws OnnxFormatException {
    if (!message.hasRemaining()) {
      return false;
    }
    fieldStart = message.position();
    long read = varint();
    if (read >>> 3 == 0 || read >>> 32 != 0) {
      throw broken("field number " + (read >>> 3));
    }
    tag = (int) read;
    return true;
  }

  boolean hasMore() {
    return message.hasRemaining();
  }

  int field() {
    return tag >>> 3;
  }

  int wireType() {
    return tag & 7;
  }

  long varint() throws OnnxFormatException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (!message.hasRemaining()) {
        throw broken("a number that is cut off");
      }
      byte next = message.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken("a number of more than ten bytes");
  }

  float fixed32() throws OnnxFormatException {
    need(4);
    return message.getFloat();
  }

  double fixed64() throws OnnxFormatException {
    need(8);
    return message.getDouble();
  }

  ByteBuffer bytes() throws OnnxFormatException {
    if (wireType() != BYTES) {
      throw broken("field " + field() + " of wire type " + wireType());
    }
    long length = varint();
    if (length < 0 || length > message.remaining()) {
      throw broken(
          "a field of " + length + " bytes where " + message.remaining() + " bytes are left");
    }
    ByteBuffer slice = message.slice(message.position(), (int) length);
    message.position(message.position() + (int) length);
    return slice.order(ByteOrder.LITTLE_ENDIAN);
  }

  String text() throws OnnxFormatException {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  /** Skips the field and keeps it, tag and all, for {@link WireWriter#raw}. */
  ByteBuffer skip() throws OnnxFormatException {
    switch (wireType()) {
      case VARINT -> varint();
      case FIXED64 -> fixed64();
      case FIXED32 -> fixed32();
      case BYTES -> bytes();
      default -> throw broken("wire type " + wireType());
    }
    return message.slice(fieldStart, message.position() - fieldStart);
  }

  private void need(int bytes) throws OnnxFormatException {
    if (message.remaining() < bytes) {
      throw broken("a number that is cut off");
    }
  }

  private OnnxFormatException broken(String what) {
    return new OnnxFormatException("not an ONNX model: " + what + " at byte " + message.position());
  }
}
