package org.facewright.gallery;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Several byte arrays in one: for each its length (4 bytes, big-endian) and its bytes. */
final class PackedBytes {
  private PackedBytes() {}

  static byte[] pack(List<byte[]> parts) {
    int length = parts.stream().mapToInt(part -> 4 + part.length).reduce(0, Math::addExact);
    ByteBuffer packed = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      packed.putInt(part.length).put(part);
    }
    return packed.array();
  }

  static List<byte[]> unpack(ByteBuffer packed) {
    List<byte[]> parts = new ArrayList<>();
    while (packed.hasRemaining()) {
      byte[] part = new byte[packed.getInt()];
      packed.get(part);
      parts.add(part);
    }
    return parts;
  }
}
