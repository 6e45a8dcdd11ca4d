package org.facewright.network;

/** The number format in which a network multiplies; its stored weights stay 32-bit. */
public enum Precision {
  /** 32-bit floats throughout. */
  FP32,
  /** 16-bit brain floats between layers; norms, softmax sums and losses still add in 32 bits. */
  BF16
}
