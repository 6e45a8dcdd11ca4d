package org.facewright.network.script;

/** The number formats that script modules hold, with PyTorch's names. */
enum ScalarType {
  FLOAT("FloatStorage", 4),
  BFLOAT16("BFloat16Storage", 2),
  LONG("LongStorage", 8);

  private final String storage;
  private final int bytes;

  ScalarType(String storage, int bytes) {
    this.storage = storage;
    this.bytes = bytes;
  }

  String storage() {
    return storage;
  }

  int bytes() {
    return bytes;
  }
}
