package org.facewright.exchange.recordio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * MXNet's image record header: flag u32, label f32, two ids u64, then {@code flag} labels.
 *
 * @param labels one number: the class; with more, the first is the class (InsightFace adds whether
 *     the face is aligned). In records without a picture they are a range of keys
 * @param length bytes before the picture
 */
@SuppressWarnings("ArrayRecordComponent")
record RecordHeader(float[] labels, int length) {
  static final int FIXED = 24;

  /** InsightFace writes two labels; anything near this bound is no label count. */
  private static final int MOST_LABELS = 1 << 12;

  /** From a payload's beginning, or null if it is too short to hold what it claims. */
  static @Nullable RecordHeader parse(byte[] payload) {
    if (payload.length < FIXED) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    long flag = Integer.toUnsignedLong(bytes.getInt(0));
    if (flag == 0) {
      return new RecordHeader(new float[] {bytes.getFloat(4)}, FIXED);
    }
    if (flag > MOST_LABELS || payload.length < FIXED + flag * Float.BYTES) {
      return null;
    }
    float[] labels = new float[(int) flag];
    bytes.position(FIXED).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(labels);
    return new RecordHeader(labels, FIXED + (int) flag * Float.BYTES);
  }

  /** The class, or -1 if it is no whole number from 0 on. */
  long label() {
    float label = labels[0];
    return label >= 0 && label < 1e15 && label == Math.rint(label) ? (long) label : -1;
  }
}
