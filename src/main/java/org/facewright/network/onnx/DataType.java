package org.facewright.network.onnx;

/** Element types of tensors, numbered as in {@code TensorProto.DataType}. */
public enum DataType {
  UNDEFINED(0, 0),
  FLOAT(1, 4),
  UINT8(2, 1),
  INT8(3, 1),
  UINT16(4, 2),
  INT16(5, 2),
  INT32(6, 4),
  INT64(7, 8),
  STRING(8, 0),
  BOOL(9, 1),
  FLOAT16(10, 2),
  DOUBLE(11, 8),
  UINT32(12, 4),
  UINT64(13, 8),
  COMPLEX64(14, 8),
  COMPLEX128(15, 16),
  BFLOAT16(16, 2),
  FLOAT8E4M3FN(17, 1),
  FLOAT8E4M3FNUZ(18, 1),
  FLOAT8E5M2(19, 1),
  FLOAT8E5M2FNUZ(20, 1),
  UINT4(21, 0),
  INT4(22, 0),
  FLOAT4E2M1(23, 0),
  FLOAT8E8M0(24, 1);

  private final int number;
  private final int bytes;

  DataType(int number, int bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  public int number() {
    return number;
  }

  /** Bytes of one element in raw data; 0 where there is no fixed width. */
  public int bytes() {
    return bytes;
  }

  static DataType of(long number) throws OnnxFormatException {
    if (number < 0 || number >= values().length) {
      throw new OnnxFormatException("not an ONNX model: tensor element type " + number);
    }
    return values()[(int) number];
  }
}
