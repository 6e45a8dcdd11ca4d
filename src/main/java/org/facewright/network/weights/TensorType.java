package org.facewright.network.weights;

import java.util.Optional;

/** Element types of a checkpoint's tensors, with PyTorch's storage class for each. */
public enum TensorType {
  FLOAT32(4, "FloatStorage"),
  FLOAT64(8, "DoubleStorage"),
  FLOAT16(2, "HalfStorage"),
  BFLOAT16(2, "BFloat16Storage"),
  INT64(8, "LongStorage"),
  INT32(4, "IntStorage"),
  INT16(2, "ShortStorage"),
  INT8(1, "CharStorage"),
  UINT8(1, "ByteStorage"),
  BOOL(1, "BoolStorage");

  private final int bytes;
  private final String storageClass;

  TensorType(int bytes, String storageClass) {
    this.bytes = bytes;
    this.storageClass = storageClass;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  String storageClass() {
    return storageClass;
  }

  /** The type of {@code torch.FloatStorage}, {@code torch.cuda.FloatStorage} and their kin. */
  static Optional<TensorType> ofGlobal(String global) {
    for (TensorType type : values()) {
      if (global.equals("torch." + type.storageClass)
          || global.equals("torch.cuda." + type.storageClass)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
