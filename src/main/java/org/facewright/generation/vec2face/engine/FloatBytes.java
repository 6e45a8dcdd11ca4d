package org.facewright.generation.vec2face.engine;

import java.nio.ByteBuffer;
import org.facewright.vector.FloatMatrix;

/** Float matrices as the bytes of a message, big-endian. Stateless. */
public final class FloatBytes {
  private FloatBytes() {}

  public static byte[] of(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, values.length));
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** The values of some bytes whose number is a multiple of four. */
  public static float[] values(byte[] bytes) {
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  public static FloatMatrix matrix(byte[] bytes, int columns) {
    return new FloatMatrix(bytes.length / 4 / columns, columns, values(bytes));
  }
}
