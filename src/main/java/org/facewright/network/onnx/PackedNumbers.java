package org.facewright.network.onnx;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Repeated integers, packed into one field or one a field. */
final class PackedNumbers {
  private PackedNumbers() {}

  static long[] read(ByteBuffer packed) throws OnnxFormatException {
    WireReader in = new WireReader(packed);
    long[] values = new long[8];
    int count = 0;
    while (in.hasMore()) {
      values = count == values.length ? Arrays.copyOf(values, count * 2) : values;
      values[count++] = in.varint();
    }
    return Arrays.copyOf(values, count);
  }

  /** Adds what this field holds, be it packed or single. */
  static long[] append(long[] values, WireReader in) throws OnnxFormatException {
    long[] more = in.wireType() == WireReader.BYTES ? read(in.bytes()) : new long[] {in.varint()};
    long[] all = Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    return all;
  }
}
