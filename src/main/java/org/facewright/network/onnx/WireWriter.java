package org.facewright.network.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects one protobuf message as a list of pieces, so that weights are never copied.
 *
 * <p>Proto3 manner: a zero number, an empty text and an absent message are left out. Not
 * thread-safe.
 */
final class WireWriter {
  private static final int KEEP_AS_SLICE = 1024;

  private final List<ByteBuffer> pieces = new ArrayList<>();
  private ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long closedBytes;

  void number(int field, long value) {
    if (value != 0) {
      numberAlways(field, value);
    }
  }

  void numberAlways(int field, long value) {
    tag(field, WireReader.VARINT);
    varint(value);
  }

  void float32(int field, float value) {
    tag(field, WireReader.FIXED32);
    int bits = Float.floatToRawIntBits(value);
    for (int shift = 0; shift < 32; shift += 8) {
      open.write(bits >>> shift);
    }
  }

  void text(int field, String value) {
    if (!value.isEmpty()) {
      textAlways(field, value);
    }
  }

  void textAlways(int field, String value) {
    bytes(field, ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)));
  }

  void texts(int field, List<String> values) {
    values.forEach(value -> textAlways(field, value));
  }

  void bytes(int field, ByteBuffer value) {
    tag(field, WireReader.BYTES);
    varint(value.remaining());
    append(value);
  }

  void message(int field, Consumer<WireWriter> content) {
    WireWriter inner = new WireWriter();
    content.accept(inner);
    List<ByteBuffer> written = inner.pieces();
    tag(field, WireReader.BYTES);
    varint(inner.closedBytes);
    written.forEach(this::append);
  }

  <T> void messages(int field, List<T> values, MessageContent<T> content) {
    values.forEach(value -> message(field, writer -> content.write(value, writer)));
  }

  void packedNumbers(int field, long[] values) {
    if (values.length > 0) {
      message(
          field,
          writer -> {
            for (long value : values) {
              writer.varint(value);
            }
          });
    }
  }

  void packedFloats(int field, float[] values) {
    ByteBuffer packed = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    packed.asFloatBuffer().put(values);
    bytes(field, packed);
  }

  /** Fields as they were read, tags and all. */
  void raw(List<ByteBuffer> fields) {
    fields.forEach(this::append);
  }

  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      open.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    open.write((int) rest);
  }

  void writeTo(WritableByteChannel channel) throws IOException {
    for (ByteBuffer piece : pieces()) {
      ByteBuffer rest = piece.duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  long size() {
    return closedBytes + open.size();
  }

  /** All that was written so far, in order. */
  List<ByteBuffer> pieces() {
    close();
    return pieces;
  }

  private void tag(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  private void append(ByteBuffer value) {
    if (value.remaining() >= KEEP_AS_SLICE) {
      close();
      pieces.add(value.duplicate());
      closedBytes += value.remaining();
    } else {
      byte[] copy = new byte[value.remaining()];
      value.duplicate().get(copy);
      open.writeBytes(copy);
    }
  }

  private void close() {
    if (open.size() > 0) {
      closedBytes += open.size();
      pieces.add(ByteBuffer.wrap(open.toByteArray()));
      open = new ByteArrayOutputStream();
    }
  }

  interface MessageContent<T> {
    void write(T value, WireWriter writer);
  }
}
