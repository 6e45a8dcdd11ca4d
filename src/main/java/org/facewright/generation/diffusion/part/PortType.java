package org.facewright.generation.diffusion.part;

import ai.onnxruntime.OnnxJavaType;

/** Element types that networks are fed with and read in. */
public enum PortType {
  FLOAT32,
  FLOAT16,
  BFLOAT16,
  FLOAT64,
  INT64,
  INT32,
  /** Anything else: such a port can be neither fed nor read. */
  OTHER;

  static PortType of(OnnxJavaType type) {
    return switch (type) {
      case FLOAT -> FLOAT32;
      case FLOAT16 -> FLOAT16;
      case BFLOAT16 -> BFLOAT16;
      case DOUBLE -> FLOAT64;
      case INT64 -> INT64;
      case INT32 -> INT32;
      default -> OTHER;
    };
  }

  /** Whether fractions survive. */
  public boolean fractions() {
    return switch (this) {
      case FLOAT32, FLOAT16, BFLOAT16, FLOAT64 -> true;
      case INT64, INT32, OTHER -> false;
    };
  }
}
