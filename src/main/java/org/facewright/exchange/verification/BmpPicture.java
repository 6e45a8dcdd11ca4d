package org.facewright.exchange.verification;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Wraps raw pixels as an uncompressed 24-bit BMP: nothing is lost, and any decoder reads it. */
final class BmpPicture {
  private static final int HEADER = 54;
  private static final int INFO = 40;

  private BmpPicture() {}

  /**
   * @param planar {@code 3 * height * width} bytes: all of red, then green, then blue
   */
  static byte[] ofPlanarRgb(MemorySegment planar, int width, int height) {
    int stride = (width * 3 + 3) & ~3;
    ByteBuffer bmp = ByteBuffer.allocate(HEADER + stride * height).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(HEADER);
    bmp.putInt(INFO).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
    int plane = width * height;
    for (int y = 0; y < height; y++) {
      bmp.position(HEADER + (height - 1 - y) * stride); // rows go from the bottom up
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        bmp.put(planar.get(ValueLayout.JAVA_BYTE, 2L * plane + at));
        bmp.put(planar.get(ValueLayout.JAVA_BYTE, (long) plane + at));
        bmp.put(planar.get(ValueLayout.JAVA_BYTE, at));
      }
    }
    return bmp.array();
  }
}
