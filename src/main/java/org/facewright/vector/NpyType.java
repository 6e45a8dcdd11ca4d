package org.facewright.vector;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Element types of .npy files that are read and written. */
public enum NpyType {
  FLOAT32("f4", 4),
  FLOAT64("f8", 8),
  FLOAT16("f2", 2),
  INT64("i8", 8),
  INT32("i4", 4),
  UINT8("u1", 1),
  BOOL("b1", 1);

  private final String code;
  private final int bytes;

  NpyType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** NumPy's name of the little-endian type. */
  String descriptor() {
    return (bytes == 1 ? "|" : "<") + code;
  }

  static Optional<NpyType> ofCode(String code) {
    for (NpyType type : values()) {
      if (type.code.equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  double real(ByteBuffer bytes, int index) {
    return switch (this) {
      case FLOAT32 -> bytes.getFloat(index * 4);
      case FLOAT64 -> bytes.getDouble(index * 8);
      case FLOAT16 -> Float.float16ToFloat(bytes.getShort(index * 2));
      case INT64, INT32, UINT8, BOOL -> whole(bytes, index);
    };
  }

  long whole(ByteBuffer bytes, int index) {
    return switch (this) {
      case INT64 -> bytes.getLong(index * 8);
      case INT32 -> bytes.getInt(index * 4);
      case UINT8, BOOL -> Byte.toUnsignedLong(bytes.get(index));
      case FLOAT32, FLOAT64, FLOAT16 -> (long) real(bytes, index);
    };
  }

  void put(ByteBuffer bytes, double value) {
    switch (this) {
      case FLOAT32 -> bytes.putFloat((float) value);
      case FLOAT64 -> bytes.putDouble(value);
      case FLOAT16 -> bytes.putShort(Float.floatToFloat16((float) value));
      case INT64, INT32, UINT8, BOOL -> put(bytes, (long) value);
    }
  }

  void put(ByteBuffer bytes, long value) {
    switch (this) {
      case INT64 -> bytes.putLong(value);
      case INT32 -> bytes.putInt(Math.toIntExact(value));
      case UINT8 -> bytes.put((byte) value);
      case BOOL -> bytes.put((byte) (value == 0 ? 0 : 1));
      case FLOAT32, FLOAT64, FLOAT16 -> put(bytes, (double) value);
    }
  }
}
