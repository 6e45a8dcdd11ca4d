package org.facewright.generation.render;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Pairs of pictures as InsightFace keeps its verification sets: a pickled tuple of a list of
 * encoded pictures, two a pair, and a list of booleans, whether a pair shows one person.
 */
final class VerificationPairs {
  private VerificationPairs() {}

  /**
   * Pickle protocol 3, the first with bytes of its own (Python's pickletools lists the opcodes).
   */
  static byte[] pickle(List<byte[]> pictures, List<Boolean> same) {
    if (pictures.size() != same.size() * 2) {
      throw new IllegalArgumentException(
          pictures.size() + " pictures for " + same.size() + " pairs");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x80, 3});
    out.writeBytes(new byte[] {']', '('});
    for (byte[] picture : pictures) {
      out.write('B');
      for (int shift = 0; shift < 32; shift += 8) {
        out.write(picture.length >>> shift);
      }
      out.writeBytes(picture);
    }
    out.writeBytes(new byte[] {'e', ']', '('});
    same.forEach(yes -> out.write(yes ? 0x88 : 0x89));
    out.writeBytes(new byte[] {'e', (byte) 0x86, '.'});
    return out.toByteArray();
  }
}
