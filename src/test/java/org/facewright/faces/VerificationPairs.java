package org.facewright.faces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an InsightFace .bin of plain bytes objects well enough for a test: picks the byte strings
 * and the booleans out of the pickle's opcodes.
 *
 * @param pictures encoded, two a pair
 * @param same whether a pair shows one person
 */
record VerificationPairs(List<byte[]> pictures, List<Boolean> same) {
  static VerificationPairs read(byte[] pickle) {
    ByteBuffer in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> pictures = new ArrayList<>();
    List<Boolean> same = new ArrayList<>();
    while (in.hasRemaining()) {
      int opcode = in.get() & 0xff;
      switch (opcode) {
        case 0x80, 'q', 'h' -> in.get();
        case 'r', 'j' -> in.getInt();
        case 0x95 -> in.getLong();
        case 'C', 'U' -> pictures.add(bytes(in, in.get() & 0xff));
        case 'B', 'T' -> pictures.add(bytes(in, in.getInt()));
        case 0x88 -> same.add(true);
        case 0x89 -> same.add(false);
        case ']', '(', 'e', 'a', 't', 0x86, 0x94, '.' -> {}
        default -> throw new IllegalArgumentException("opcode " + opcode + " at " + in.position());
      }
    }
    return new VerificationPairs(pictures, same);
  }

  private static byte[] bytes(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }
}
